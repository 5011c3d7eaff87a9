import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { readSlots } from '@lotse/calendar/model';
import { Api, FurtherPages, Live } from '@lotse/client-kit/api';
import {
  Announcer,
  ColumnChoice,
  Failure,
  GridBar,
  Icon,
  injectText,
  Loaded,
  Notice,
  Page,
  RestOfList,
  shownColumns,
  State,
} from '@lotse/client-kit/ui';
import { CurrentSession, SavedViews } from '@lotse/identity/client';
import { readWaitingList, readWaitingLists, type WaitingListEntry } from '@lotse/waiting-list/model';
import { injectSlotTime } from '../words/slot-words';
import { ListCareActs } from '../list-care/list-care-acts';
import { ListSwitch } from './list-switch';
import { ViewSwitch } from './view-switch';
import { waitingColumns } from './waiting-columns';
import { WaitingTable } from './waiting-table';

/** `/warteliste`: who waits for a service of the own organisation, in order, each with the reason. The list stands in the address. */
@Component({
  selector: 'lotse-waiting-list-page',
  imports: [
    ColumnChoice,
    Failure,
    GridBar,
    Icon,
    ListCareActs,
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
  template: `
    <lotse-page [title]="t('waitingList.title')" [count]="chosen()?.waiting" [lead]="summary()" width="full">
      <ng-container pageActs>
        <lotse-view-switch view="rows" />
        <lotse-saved-views page="waiting-list" />
        @if (chosen(); as list) {
          <lotse-list-care-acts [serviceId]="list.id" />
        }
        @if (mayOffer() && chosen()) {
          @if (nextSlot(); as slot) {
            <a class="button is-filled" [routerLink]="['/termine', slot.id, 'anbieten']"
              ><lotse-icon name="send" />{{ t('waitingList.nextSlot.offer') }}</a
            >
          } @else if (slots.hasValue()) {
            <a class="button" routerLink="/termine"><lotse-icon name="calendar-plus" />{{ t('waitingList.nextSlot.open') }}</a>
          }
        }
      </ng-container>
      <ng-container pageNote>
        @if (chosen() && slots.hasValue()) {
          <p class="muted">
            @if (nextSlot(); as slot) {
              {{ t('waitingList.nextSlot.label') }}: <strong>{{ slotTime(slot) }}</strong>
            } @else {
              {{ t('waitingList.nextSlot.none') }}
            }
          </p>
        }
      </ng-container>
      @if (lists.status() === 'error') {
        <lotse-failure [problem]="lists.error()" (retry)="lists.reload()" />
      } @else if (lists.hasValue() && lists.value().items.length === 0) {
        <lotse-notice tone="plain">{{ t('waitingList.lists.none') }}</lotse-notice>
      } @else {
        @if (lists.hasValue()) {
          <lotse-list-switch [lists]="lists.value().items" [chosen]="chosen()?.id" />
        }
        @if (changed()) {
          <lotse-notice tone="info">
            {{ t('waitingList.changed') }}
            <button type="button" class="button is-text is-small" (click)="reload()">{{ t('waitingList.reload') }}</button>
          </lotse-notice>
        }
        <lotse-state
          [of]="entries"
          [empty]="entries.hasValue() && entries.value().items.length === 0"
          emptiness="done"
          [emptyText]="t('waitingList.empty')"
          [rows]="6"
          [rowHeight]="76"
        >
          <ng-template [lotseLoaded]="entries">
            <lotse-grid-bar class="not-on-phone">
              <p gridTool class="muted">{{ t('waitingList.order') }}</p>
              <lotse-column-choice gridTool [columns]="allColumns()" [chosen]="columns()" (choose)="chooseColumns($event)" />
            </lotse-grid-bar>
            <lotse-waiting-table
              [entries]="further.items()"
              [columns]="shownColumns()"
              [more]="further.hasMore()"
              [slots]="freeSlots()"
              [mayOffer]="mayOffer()"
              (wantMore)="further.load()"
            />
            <lotse-rest-of-list [pages]="further" />
          </ng-template>
        </lotse-state>
      }
    </lotse-page>
  `,
  styles: `
    lotse-list-switch,
    lotse-notice {
      margin-block-end: var(--space-4);
    }
  `,
})
export class WaitingListPage {
  protected readonly t = injectText();
  protected readonly slotTime = injectSlotTime();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly announcer = inject(Announcer);
  private readonly from = new Date().toISOString();

  /** The list that is looked at; the first one if the address names none. */
  readonly list = input<string>();
  readonly columns = input<string>();

  protected readonly lists = this.api.read(readWaitingLists, () => ({}));
  protected readonly chosen = computed(() => {
    if (!this.lists.hasValue()) return undefined;
    const { items } = this.lists.value();
    return items.find(({ id }) => id === this.list()) ?? items[0];
  });
  private readonly chosenId = computed(() => this.chosen()?.id);
  protected readonly entries = this.api.read(readWaitingList, () => {
    const id = this.chosenId();
    return id === undefined ? undefined : { params: { id } };
  });
  protected readonly further = new FurtherPages<WaitingListEntry>(this.entries, (cursor) =>
    this.api.send(readWaitingList, { params: { id: this.chosenId() ?? '' }, query: { cursor } }),
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
  }

  protected chooseColumns(columns: string | undefined): void {
    void this.router.navigate([], { queryParams: { columns }, queryParamsHandling: 'merge', replaceUrl: true });
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
