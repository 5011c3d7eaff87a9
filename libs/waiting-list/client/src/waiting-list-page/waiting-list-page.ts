import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readSlots } from '@lotse/calendar/model';
import { Api, FurtherPages, Live } from '@lotse/client-kit/api';
import {
  afterTyping,
  Announcer,
  ColumnChoice,
  Failure,
  GridBar,
  Icon,
  injectText,
  Language,
  Loaded,
  Notice,
  Page,
  RestOfList,
  Selection,
  shownColumns,
  State,
  TypedToFind,
} from '@lotse/client-kit/ui';
import { CurrentSession, SavedViews } from '@lotse/identity/client';
import { ranksKnown, readWaitingList, readWaitingLists, type WaitingListEntry } from '@lotse/waiting-list/model';
import { injectSlotTime } from '../words/slot-words';
import { AskSelected } from '../list-care/ask-selected';
import { ListCareActs } from '../list-care/list-care-acts';
import { numberText } from '../words/number-text';
import { ListFilterForm } from './list-filter-form';
import { filterCount, hasUncountedRanks, queryOf, sortOf, type ListFilters } from './list-filters';
import { ListSwitch } from './list-switch';
import { ViewSwitch } from './view-switch';
import { waitingColumns } from './waiting-columns';
import { WaitingTable } from './waiting-table';

type Change = Readonly<Record<string, string | undefined>>;

/** `/warteliste`: who waits for a service of the own organisation, in order, each with the reason. The list stands in the address. */
@Component({
  selector: 'lotse-waiting-list-page',
  imports: [
    AskSelected,
    ColumnChoice,
    Failure,
    GridBar,
    Icon,
    ListCareActs,
    ListFilterForm,
    ListSwitch,
    Loaded,
    Notice,
    Page,
    RestOfList,
    RouterLink,
    SavedViews,
    State,
    ViewSwitch,
    WaitingTable,
  ],
  templateUrl: './waiting-list-page.html',
  styles: `
    lotse-list-switch,
    lotse-notice {
      display: block;
      margin-block-end: var(--space-4);
    }
    .order {
      margin: 0 0 var(--space-2);
    }
  `,
})
export class WaitingListPage {
  protected readonly t = injectText();
  protected readonly slotTime = injectSlotTime();
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  private readonly language = inject(Language);
  private readonly announcer = inject(Announcer);
  private readonly from = new Date().toISOString();

  /** The list that is looked at; the first one if the address names none. */
  readonly list = input<string>();
  readonly columns = input<string>();
  readonly sort = input<string>();
  readonly urgency = input<string>();
  readonly paused = input<string>();
  readonly checks = input<string>();

  protected readonly table = viewChild(WaitingTable);
  protected readonly filterForm = viewChild(ListFilterForm);
  private readonly asking = viewChild(AskSelected);
  private readonly selected = new Selection();
  /** Only who may ask has anything to do with several at once. */
  protected readonly selection = computed(() => (this.session.may('waitingList.askChecks') ? this.selected : undefined));
  private readonly toFind = new TypedToFind();
  private readonly filters = computed(() => ({
    text: this.toFind.text(),
    sort: this.sort() ?? '',
    urgency: this.urgency() ?? '',
    paused: this.paused() ?? '',
    checks: this.checks() ?? '',
  }));
  /** Runs ahead of what the list is read by while somebody types. */
  protected readonly typed = linkedSignal(() => this.filters());
  private readonly wanted = signal<Change | undefined>(undefined);
  protected readonly order = computed(() => sortOf(this.filters()));
  protected readonly filterCount = computed(() => filterCount(this.filters()));
  protected readonly uncounted = computed(() => hasUncountedRanks(this.filters(), this.chosen()?.waiting ?? 0));
  protected readonly mostRanks = computed(() => numberText(ranksKnown, this.language.current()));
  private readonly query = computed(() => queryOf(this.filters()));

  protected readonly lists = this.api.read(readWaitingLists, () => ({}));
  protected readonly chosen = computed(() => {
    if (!this.lists.hasValue()) return undefined;
    const { items } = this.lists.value();
    return items.find(({ id }) => id === this.list()) ?? items[0];
  });
  private readonly chosenId = computed(() => this.chosen()?.id);
  protected readonly entries = this.api.read(readWaitingList, () => {
    const id = this.chosenId();
    return id === undefined ? undefined : { params: { id }, query: this.query() };
  });
  protected readonly further = new FurtherPages<WaitingListEntry>(this.entries, (cursor) =>
    this.api.send(readWaitingList, { params: { id: this.chosenId() ?? '' }, query: { ...this.query(), cursor } }),
  );
  protected readonly slots = this.api.read(readSlots, () => ({ query: { from: this.from, state: 'open' as const, limit: 100 } }));
  protected readonly freeSlots = computed(() =>
    this.slots.hasValue() ? this.slots.value().items.filter(({ serviceId }) => serviceId === this.chosenId()) : [],
  );
  protected readonly nextSlot = computed(() => this.freeSlots().at(0));
  protected readonly mayOffer = computed(() => this.session.may('waitingList.offerSlot'));
  protected readonly changed = signal(false);
  protected readonly allColumns = computed(() => waitingColumns(this.t));
  protected readonly shownColumns = computed(() => shownColumns(this.allColumns(), this.columns()));
  protected readonly summary = computed(() => {
    const list = this.chosen();
    if (!list) return undefined;
    if (list.waiting === 0) return this.t('waitingList.summary.nobody');
    const waiting = this.t('waitingList.summary.waiting', { count: list.waiting });
    return this.t(list.overdue > 0 ? 'waitingList.summary.withOverdue' : 'waitingList.summary.inTime', { waiting, count: list.overdue });
  });

  constructor() {
    const live = inject(Live);
    for (const subject of ['offer', 'slot', 'referral']) live.onChange(subject, () => this.hear());
    afterTyping(
      this.wanted,
      ({ text }) => text !== undefined && text !== '',
      (wanted) => this.go(wanted),
    );
  }

  /** Filters, order and columns stand in the address; a name that was typed beside it. */
  protected change(part: Change): void {
    this.typed.update((typed) => ({ ...typed, ...part }) as ListFilters);
    this.wanted.set(part);
  }

  private go({ text = this.typed().text, ...part }: Change): void {
    this.wanted.set(undefined);
    const query = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, value || null]));
    void this.toFind.go(text, query, { replaceUrl: true, merge: true });
  }

  protected ask(): void {
    void this.asking()?.run(this.selected.ids());
    this.selected.clear();
  }

  protected reload(): void {
    this.changed.set(false);
    this.entries.reload();
  }

  /** Somebody who has gone on reading does not lose their place: they are told, and decide. */
  private hear(): void {
    this.lists.reload();
    this.slots.reload();
    if (this.further.wentOn()) {
      this.changed.set(true);
      return;
    }
    this.entries.reload();
    this.announcer.say(this.t('waitingList.updated'));
  }
}
