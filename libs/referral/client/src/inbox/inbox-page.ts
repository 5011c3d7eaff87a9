import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import {
  Announcer,
  Icon,
  injectText,
  isTyping,
  Loaded,
  Page,
  Selection,
  shownColumns,
  State,
  Toasts,
  type RowAct,
} from '@lotse/client-kit/ui';
import { SavedViews } from '@lotse/identity/client';
import { Decisions } from '../acts/decisions';
import type { Acted } from '../acts/deciding';
import type { WantedAct } from '../acts/referral-acts';
import { RefusedDecisions } from '../acts/refused-decisions';
import type { DeskAct, DeskOutcome } from '../desk/desk-acts';
import { ExportList } from '../desk/export-list';
import { EnterPaperLink } from '../paper/enter-paper-link';
import { ReferralLooks } from '../looks/referral-looks';
import { inboxGroups } from '../words/state-groups';
import { FiltersInAddress } from '../worklist/filters-in-address';
import { ReferralRows } from '../worklist/referral-rows';
import { RestOfBox } from '../worklist/rest-of-box';
import { WorklistBar } from '../worklist/worklist-bar';
import { isFiltered, queryFor, sameQuery } from '../worklist/worklist-filters';
import { inboxColumns } from './inbox-columns';
import { offerInboxCommands } from './inbox-commands';
import { InboxEmpty } from './inbox-empty';
import { InboxList } from './inbox-list';
import { InboxPreview } from './inbox-preview';
import { InboxViews } from './inbox-views';
import { isSideBySide, keepPlaceInList } from './place-in-list';
import { decisionOf, nextAfter, opensNext, readAhead } from './triage';
import { ViewCounts } from './view-counts';

/** The preview follows somebody who walks through the list, once they stop for a moment; what was read ahead is there at once. */
const followAfter = 150;

/** `/eingang`: the triage desk. The list left, what is open right; after a decision the next one opens. */
@Component({
  selector: 'lotse-inbox-page',
  imports: [
    EnterPaperLink,
    ExportList,
    Icon,
    InboxEmpty,
    InboxList,
    InboxPreview,
    InboxViews,
    Loaded,
    Page,
    RefusedDecisions,
    SavedViews,
    State,
    RestOfBox,
    WorklistBar,
  ],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.css',
  host: { '(window:keydown.control.z)': 'undoByKey($event)', '(window:keydown.meta.z)': 'undoByKey($event)' },
})
export class InboxPage {
  protected readonly t = injectText();
  protected readonly groups = inboxGroups;
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);
  private readonly looks = inject(ReferralLooks);
  private readonly decisions = inject(Decisions);
  protected readonly list = viewChild(InboxList);
  private readonly preview = viewChild(InboxPreview);
  private readonly bar = viewChild.required(WorklistBar);
  private following: ReturnType<typeof setTimeout> | undefined;

  readonly state = input<string>();
  readonly urgency = input<string>();
  readonly sort = input<string>();
  readonly assignee = input<string>();
  readonly snoozed = input<string>();
  readonly columns = input<string>();
  /** The referral that is open. */
  readonly open = input<string>();

  protected readonly filters = new FiltersInAddress(
    () => ({
      state: this.state(),
      urgency: this.urgency(),
      sort: this.sort(),
      assignee: this.assignee(),
      snoozed: this.snoozed(),
      columns: this.columns(),
    }),
    (): Record<string, string> => (this.open() ? { open: this.open()! } : {}),
  );
  protected readonly query = computed(() => queryFor('inbox', this.filters.inAddress(), inboxGroups), { equal: sameQuery });
  protected readonly isSet = computed(() => isFiltered(this.filters.inAddress()));
  protected readonly box = new ReferralRows(() => this.query());
  protected readonly counts = new ViewCounts();
  protected readonly selection = new Selection();
  protected readonly allColumns = computed(() => inboxColumns(this.t));
  protected readonly shownColumns = computed(() => shownColumns(this.allColumns(), this.columns()));
  /** At most one; as a list, so that each gets a preview of its own. */
  protected readonly opened = computed(() => (this.open() ? [this.open()!] : []));
  protected readonly openRow = computed(() => this.box.rows().find(({ id }) => id === this.open()));
  protected readonly count = computed(() =>
    this.box.first.hasValue() ? `${this.box.rows().length}${this.box.hasMore() ? '+' : ''}` : undefined,
  );
  protected readonly wanted = signal<WantedAct | undefined>(undefined);

  constructor() {
    keepPlaceInList(
      () => this.open(),
      () => this.preview()?.focus(),
    );
    offerInboxCommands(
      () => this.openRow(),
      (row, act) => this.pressed({ row, act }),
    );
    effect(() => {
      const ahead = readAhead(this.box.rows(), this.open());
      untracked(() => this.looks.ahead(ahead));
    });
    effect(() => {
      const undone = this.decisions.undone();
      if (undone) untracked(() => this.takenBack(undone.id));
    });
  }

  /** Opens a referral. Walking through the list leaves no trace in the browser's history, pressing Enter or a click does. */
  protected show(id: string | undefined, remember = false): void {
    clearTimeout(this.following);
    if (this.wanted()?.id !== id) this.wanted.set(undefined);
    this.box.keep.set(id);
    if (id !== this.open()) void this.filters.goWith(id ? { open: id } : {}, !remember);
  }

  /** Only where list and preview are side by side. */
  protected follow(id: string): void {
    clearTimeout(this.following);
    if (!isSideBySide()) return;
    if (this.looks.has(id)) this.show(id);
    else this.following = setTimeout(() => this.show(id), followAfter);
  }

  protected pressed({ row, act }: RowAct): void {
    if (act === 'undo') return void this.undo();
    this.show(row);
    const decision = decisionOf[act];
    if (decision) this.wanted.set({ id: row, act: decision });
    else if (act === 'assign') this.assignToMe(row);
    else setTimeout(() => this.preview()?.open(act === 'snooze' ? 'snooze' : 'assign'));
  }

  protected acted({ act, moved, settled }: Acted): void {
    // What was asked for is done: showing the referral again must not do it again.
    this.wanted.set(undefined);
    const next = nextAfter(this.box.rows(), moved.id);
    if (settled) {
      this.box.expect(moved.id, moved.state);
      void settled.finally(() => this.box.settled(moved.id));
    } else this.box.moved(moved);
    if (!opensNext(act)) return;
    this.show(next?.id);
    if (next === undefined) return;
    this.announcer.say(this.t('referral.inbox.next', { name: next.personName }));
    if (isSideBySide()) setTimeout(() => this.list()?.focus(next.id));
  }

  protected showArrived(): void {
    const first = this.box.showArrived();
    setTimeout(() => first && this.list()?.focus(first));
  }

  protected closePreview(): void {
    const id = this.open();
    this.show(undefined);
    setTimeout(() => this.list()?.focus(id));
  }

  /** Who looks after it, or until when it is put aside: for the referral that is open. */
  protected onDesk(act: DeskAct): void {
    const row = this.openRow();
    if (row) this.bar().begin(act, [row]);
  }

  protected changed({ act, done }: DeskOutcome): void {
    for (const { id, change } of done) this.box.change([id], change);
    const ids = done.map(({ id }) => id);
    const leaves = act.kind === 'snooze' && (act.until !== null) !== (this.snoozed() === 'only');
    if (leaves && ids.includes(this.open() ?? '')) this.show(nextAfter(this.box.rows(), this.open() ?? '', ids)?.id);
    this.box.refreshSoon();
    this.counts.countAgain();
  }

  protected undoByKey(event: Event): void {
    if (event.defaultPrevented || isTyping(event.target)) return;
    event.preventDefault();
    this.undo();
  }

  private undo(): void {
    if (!this.toasts.undoLast()) this.announcer.say(this.t('referral.undo.nothing'));
  }

  private assignToMe(id: string): void {
    const row = this.box.rows().find((candidate) => candidate.id === id);
    if (row) this.bar().assignToMe(row);
  }

  private takenBack(id: string): void {
    // What was wanted is done with: opened again, it must not be done again.
    this.wanted.set(undefined);
    this.box.refreshSoon();
    this.show(id);
    if (isSideBySide()) setTimeout(() => this.list()?.focus(id));
  }
}
