import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readAbsences, readSchedules, readSlots, type Slot } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, clockOfMinutes } from '@lotse/kernel';
import { Api, Live } from '@lotse/client-kit/api';
import { Icon, injectText, Loaded, Page, Popup, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { absencesOf, awayFrom } from '../week/away';
import { oneForEachGroup } from '../week/groups';
import { dayOf, spanOfWeek, weekNumber, weekOf } from '../week/week-days';
import type { Drop } from '../week/week-drag';
import { CalendarBar, views, type View } from './calendar-bar';
import { CancelSlot } from './cancel-slot';
import { injectIsNarrow } from './is-narrow';
import { MoveSlot } from './move-slot';
import { OpenSlot } from './open-slot';
import { RestOfWeek } from './rest-of-week';
import type { SlotForm } from './slot-form';
import { SlotList } from './slot-list';
import { SlotWeek } from './slot-week';

/** `/termine`: the slots of the own organisation, a week or a day at a time. Days, view and schedule stand in the address. */
@Component({
  selector: 'lotse-calendar-page',
  imports: [CalendarBar, CancelSlot, Icon, Loaded, MoveSlot, OpenSlot, Page, Popup, RestOfWeek, RouterLink, SlotList, SlotWeek, State],
  templateUrl: './calendar-page.html',
  styles: ':is(lotse-slot-list, lotse-slot-week) + p { margin-block-start: var(--space-4); }',
})
export class CalendarPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  protected readonly session = inject(CurrentSession);

  readonly week = input<string>();
  readonly view = input<string>();
  readonly schedule = input<string>();

  protected readonly narrow = injectIsNarrow();
  protected readonly opening = signal(false);
  protected readonly cancelling = signal<Slot | undefined>(undefined);
  protected readonly moving = signal<Slot | undefined>(undefined);
  /** Where something was dragged to, or drawn. */
  protected readonly drop = signal<Drop | undefined>(undefined);
  protected readonly drawn = computed<Partial<SlotForm> | undefined>(() => {
    const drop = this.drop();
    return drop?.kind === 'draw' ? { day: drop.day, time: clockOfMinutes(drop.from), minutes: String(drop.minutes) } : undefined;
  });
  protected readonly movedTo = computed(() => (this.drop()?.kind === 'draw' ? undefined : this.drop()));
  protected readonly monday = computed(() => weekOf(this.week()));
  protected readonly day = computed(() => dayOf(this.week()));
  protected readonly shownView = computed<View>(() => (this.narrow() ? 'list' : (views.find((one) => one === this.view()) ?? 'week')));
  protected readonly only = computed(() => (this.shownView() === 'day' ? this.day() : undefined));
  protected readonly listName = computed(() => this.t('calendar.week.table', { number: weekNumber(this.monday()) }));
  protected readonly mayOpen = computed(() => this.session.may('calendar.openSlot'));
  protected readonly query = computed(() => ({ ...spanOfWeek(this.monday()), limit: 100 }));

  private readonly ownSchedules = this.api.read(readSchedules, () => ({}));
  protected readonly schedules = computed(() => (this.ownSchedules.hasValue() ? this.ownSchedules.value().items : []));
  /** The first and the last day that are shown. */
  protected readonly days = computed(() =>
    this.only() ? { from: this.day(), to: this.day() } : { from: this.monday(), to: addCalendarDays(this.monday(), 6) },
  );
  private readonly absencesThen = this.api.read(readAbsences, () => ({ query: this.days() }));
  private readonly allAbsences = computed(() => (this.absencesThen.hasValue() ? this.absencesThen.value().items : []));
  protected readonly absences = computed(() => absencesOf(this.allAbsences(), this.schedules(), this.schedule()));
  /** Whose calendar is looked at, when it is somebody's. */
  protected readonly staffId = computed(() => this.schedules().find(({ id }) => id === this.schedule())?.staffId ?? null);
  protected readonly slotsOfWeek = this.api.read(readSlots, () => ({ query: this.query() }));
  /** What a very full week holds beyond the first page. */
  protected readonly rest = linkedSignal<{ items: readonly Slot[]; nextCursor: string | null }>(() => ({
    items: [],
    nextCursor: this.slotsOfWeek.hasValue() ? this.slotsOfWeek.value().nextCursor : null,
  }));
  private readonly all = computed(() => [...(this.slotsOfWeek.hasValue() ? this.slotsOfWeek.value().items : []), ...this.rest().items]);
  /** Cancelled slots are no longer anybody's concern; the places of a group are one line. A schedule shows what takes its time, too. */
  protected readonly slots = computed(() =>
    oneForEachGroup(this.all().filter((slot) => this.isShown(slot))).map((slot) => ({
      ...slot,
      away: awayFrom(slot, this.allAbsences(), this.schedules()),
    })),
  );
  /** Stays while the next week is on its way, so that nothing jumps. */
  protected readonly summary = linkedSignal<string | undefined, string | undefined>({
    source: () => (this.slotsOfWeek.hasValue() ? this.counts() : undefined),
    computation: (text, previous) => (this.slotsOfWeek.isLoading() ? previous?.value : text),
  });

  constructor() {
    const live = inject(Live);
    for (const subject of ['slot', 'offer']) live.onChange(subject, () => this.slotsOfWeek.reload());
    live.onChange('absence', () => this.absencesThen.reload());
  }

  protected dropped(drop: Drop): void {
    this.drop.set(drop);
    if (drop.kind === 'draw') this.opening.set(true);
    else this.moving.set(this.slots().find(({ id }) => id === drop.slot));
  }

  /** By keyboard: the same forms, with nothing drawn. */
  protected askToOpen(): void {
    this.drop.set(undefined);
    this.opening.set(this.mayOpen());
  }

  protected askToMove(slot: Slot): void {
    this.drop.set(undefined);
    this.moving.set(slot);
  }

  protected print(): void {
    print();
  }

  private isShown(slot: Slot): boolean {
    const [schedule, only] = [this.schedule(), this.only()];
    const isOf = !schedule || slot.scheduleId === schedule || slot.resources.some(({ id }) => id === schedule);
    return slot.state !== 'cancelled' && isOf && (!only || calendarDayOf(new Date(slot.startsAt)) === only);
  }

  private counts(): string | undefined {
    const slots = this.all().filter((slot) => this.isShown(slot));
    if (slots.length === 0) return undefined;
    const count = (state: Slot['state']) => slots.filter((slot) => slot.state === state).length;
    const text = this.t('calendar.summary.slots', { count: slots.length });
    const when = this.t(this.only() ? 'calendar.summary.onDay' : 'calendar.summary.inWeek');
    return this.t('calendar.summary.counts', { slots: text, when, open: count('open'), held: count('held'), taken: count('taken') });
  }
}
