import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readSchedules, readSlots, type Slot } from '@lotse/calendar/model';
import { Api, Live } from '@lotse/client-kit/api';
import { Icon, injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { spanOfWeek, weekOf } from '../week/week-days';
import { CalendarBar } from './calendar-bar';
import { CancelSlot } from './cancel-slot';
import { injectIsNarrow } from './is-narrow';
import { OpenSlot } from './open-slot';
import { RestOfWeek } from './rest-of-week';
import { SlotList } from './slot-list';
import { SlotWeek } from './slot-week';

/** `/termine`: the slots of the own organisation, a week at a time. Week, view and schedule stand in the address. */
@Component({
  selector: 'lotse-calendar-page',
  imports: [CalendarBar, CancelSlot, Icon, Loaded, OpenSlot, Page, RestOfWeek, RouterLink, SlotList, SlotWeek, State],
  template: `
    <lotse-page [title]="t('calendar.title')" [lead]="summary()" width="full">
      <ng-container pageActs>
        @if (mayOpen()) {
          <button type="button" class="button is-filled" (click)="opening.set(true)">
            <lotse-icon name="calendar-plus" />{{ t('calendar.act.open') }}
          </button>
        }
      </ng-container>
      <lotse-calendar-bar
        [monday]="monday()"
        [view]="shownView()"
        [narrow]="narrow()"
        [schedules]="schedules()"
        [schedule]="schedule() ?? ''"
      />
      <lotse-state
        [of]="slotsOfWeek"
        [empty]="slots().length === 0"
        [emptyText]="t(schedule() ? 'calendar.emptyFiltered' : 'calendar.empty')"
        [rows]="6"
        [rowHeight]="72"
      >
        <ng-template [lotseLoaded]="slotsOfWeek">
          @if (shownView() === 'week') {
            <lotse-slot-week [monday]="monday()" [slots]="slots()" (cancelAsked)="cancelling.set($event)" />
          } @else {
            <lotse-slot-list [slots]="slots()" (cancelAsked)="cancelling.set($event)" (add)="opening.set(mayOpen())" />
            @if (!narrow()) {
              <p class="muted small">{{ t('calendar.keys') }}</p>
            }
          }
          <lotse-rest-of-week [query]="query()" [(loaded)]="rest" />
        </ng-template>
        <ng-container stateAct>
          @if (mayOpen()) {
            <button type="button" class="button" (click)="opening.set(true)">{{ t('calendar.act.open') }}</button>
          }
          <a class="button is-text" [routerLink]="[]" [queryParams]="{ week: null, schedule: null }" queryParamsHandling="merge">{{
            t('calendar.week.today')
          }}</a>
        </ng-container>
      </lotse-state>
      <lotse-open-slot
        [(open)]="opening"
        [schedules]="schedules()"
        [schedule]="schedule()"
        [monday]="monday()"
        [slots]="all()"
        (opened)="slotsOfWeek.reload()"
      />
      <lotse-cancel-slot [(slot)]="cancelling" (cancelled)="slotsOfWeek.reload()" />
    </lotse-page>
  `,
  styles: 'lotse-slot-list + p { margin-block-start: var(--space-4); }',
})
export class CalendarPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);

  readonly week = input<string>();
  readonly view = input<string>();
  readonly schedule = input<string>();

  protected readonly narrow = injectIsNarrow();
  protected readonly opening = signal(false);
  protected readonly cancelling = signal<Slot | undefined>(undefined);
  protected readonly monday = computed(() => weekOf(this.week()));
  protected readonly shownView = computed(() => (this.narrow() || this.view() === 'list' ? 'list' : 'week'));
  protected readonly mayOpen = computed(() => this.session.may('calendar.openSlot'));
  protected readonly query = computed(() => ({ ...spanOfWeek(this.monday()), limit: 100 }));

  private readonly ownSchedules = this.api.read(readSchedules, () => ({}));
  protected readonly schedules = computed(() => (this.ownSchedules.hasValue() ? this.ownSchedules.value().items : []));
  protected readonly slotsOfWeek = this.api.read(readSlots, () => ({ query: this.query() }));
  /** What a very full week holds beyond the first page. */
  protected readonly rest = linkedSignal<{ items: readonly Slot[]; nextCursor: string | null }>(() => ({
    items: [],
    nextCursor: this.slotsOfWeek.hasValue() ? this.slotsOfWeek.value().nextCursor : null,
  }));
  protected readonly all = computed(() => [...(this.slotsOfWeek.hasValue() ? this.slotsOfWeek.value().items : []), ...this.rest().items]);
  /** Cancelled slots are no longer anybody's concern. */
  protected readonly slots = computed(() =>
    this.all().filter((slot) => slot.state !== 'cancelled' && (!this.schedule() || slot.scheduleId === this.schedule())),
  );
  /** Stays while the next week is on its way, so that nothing jumps. */
  protected readonly summary = linkedSignal<string | undefined, string | undefined>({
    source: () => (this.slotsOfWeek.hasValue() ? this.counts() : undefined),
    computation: (text, previous) => (this.slotsOfWeek.isLoading() ? previous?.value : text),
  });

  constructor() {
    const live = inject(Live);
    for (const subject of ['slot', 'offer']) live.onChange(subject, () => this.slotsOfWeek.reload());
  }

  private counts(): string | undefined {
    if (this.slots().length === 0) return undefined;
    const count = (state: Slot['state']) => this.slots().filter((slot) => slot.state === state).length;
    const slots = this.t('calendar.summary.slots', { count: this.slots().length });
    return this.t('calendar.summary.counts', { slots, open: count('open'), held: count('held'), taken: count('taken') });
  }
}
