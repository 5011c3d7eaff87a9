import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Announcer, Failure, Icon, injectText, Loaded, LoadMore, Page, State, Worklist, type RowKey } from '@lotse/client-kit/ui';
import type { Acted, WantedAct } from '../acts/referral-acts';
import type { ServedAct } from '../acts/perform-act';
import { inboxGroups } from '../words/state-groups';
import { FiltersInAddress } from '../worklist/filters-in-address';
import { ReferralRows } from '../worklist/referral-rows';
import { RowClick } from '../worklist/row-click';
import { addressOf, isFiltered, queryFor } from '../worklist/worklist-filters';
import { WorklistFilterForm } from '../worklist/worklist-filter-form';
import { InboxPreview } from './inbox-preview';
import { InboxRow } from './inbox-row';

/** Letters that act on the row with the focus. */
const actOfKey: Readonly<Record<string, ServedAct>> = { a: 'accept', p: 'start_triage', r: 'request_info', z: 'decline', l: 'waitlist' };
/** The preview follows somebody who walks through the list, once they stop for a moment. */
const followAfter = 150;

/** `/eingang`: the triage desk. The list left, what is open right; after an act the next one opens. */
@Component({
  selector: 'lotse-inbox-page',
  imports: [Failure, Icon, InboxPreview, InboxRow, Loaded, LoadMore, Page, RowClick, State, WorklistFilterForm, Worklist],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.css',
})
export class InboxPage {
  protected readonly t = injectText();
  protected readonly groups = inboxGroups;
  protected readonly keys = Object.keys(actOfKey);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly list = viewChild(Worklist);
  private following: ReturnType<typeof setTimeout> | undefined;

  readonly text = input<string>();
  readonly state = input<string>();
  readonly urgency = input<string>();
  readonly sort = input<string>();
  /** The referral that is open. */
  readonly open = input<string>();

  protected readonly filters = new FiltersInAddress(
    () => ({ text: this.text() ?? '', state: this.state() ?? '', urgency: this.urgency() ?? '', mine: '', sort: this.sort() ?? '' }),
    (): Record<string, string> => (this.open() ? { open: this.open()! } : {}),
  );
  private readonly query = computed(() => queryFor('inbox', this.filters.inAddress(), inboxGroups));
  protected readonly isSet = computed(() => isFiltered(this.filters.inAddress()));
  protected readonly box = new ReferralRows(() => this.query());
  /** At most one; as a list, so that each gets a preview of its own. */
  protected readonly opened = computed(() => (this.open() ? [this.open()!] : []));
  protected readonly openRow = computed(() => this.box.rows().find(({ id }) => id === this.open()));
  protected readonly count = computed(() =>
    this.box.first.hasValue() ? `${this.box.rows().length}${this.box.hasMore() ? '+' : ''}` : undefined,
  );
  protected readonly wanted = signal<WantedAct | undefined>(undefined);
  protected readonly showKeys = signal(false);

  /** Opens a referral. Walking through the list leaves no trace in the browser's history, pressing Enter or a click does. */
  protected show(id: string | undefined, remember = false): void {
    clearTimeout(this.following);
    this.box.keep.set(id);
    if (id === this.open()) return;
    void this.router.navigate([], {
      queryParams: { ...addressOf(this.filters.inAddress()), ...(id ? { open: id } : {}) },
      replaceUrl: !remember,
    });
  }

  /** Only where list and preview are side by side. */
  protected follow(id: string): void {
    clearTimeout(this.following);
    if (matchMedia('(min-width: 1001px)').matches) this.following = setTimeout(() => this.show(id), followAfter);
  }

  protected pressed({ row, key }: RowKey): void {
    const act = actOfKey[key];
    if (!act) return;
    this.show(row);
    this.wanted.set({ id: row, act });
  }

  protected acted({ act, moved }: Acted): void {
    const next = this.nextAfter(moved.id);
    this.box.moved(moved);
    // Taking something into triage means to read it now; every other act is done with it.
    if (act === 'start_triage' || act === 'acknowledge') return;
    this.show(next);
    if (next === undefined) return;
    this.announcer.say(this.t('referral.inbox.next', { name: this.box.rows().find(({ id }) => id === next)?.personName ?? '' }));
    setTimeout(() => this.list()?.focus(next));
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

  private nextAfter(id: string): string | undefined {
    const rows = this.box.rows();
    const at = rows.findIndex((row) => row.id === id);
    return (rows[at + 1] ?? rows[at - 1])?.id;
  }
}
