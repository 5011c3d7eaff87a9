import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, apiProblemOf, Live, type ApiProblem } from '@lotse/client-kit/api';
import {
  clockText,
  Control,
  dayText,
  Failure,
  Field,
  Icon,
  injectText,
  Language,
  Loaded,
  Notice,
  Page,
  State,
  Toasts,
} from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { addCalendarDays, calendarDayOf, calendarDaySchema } from '@lotse/kernel';
import {
  arriveAtAppointment,
  attendAppointmentHere,
  readAppointments,
  takeBackAttendance,
  type Appointment,
} from '@lotse/waiting-list/model';
import { wordOfDayAct, type DayAct } from './day-act';
import { DayList, type ActOnAppointment } from './day-list';
import { schedulesOf } from './day-parts';
import { WalkInDialog } from './walk-in-dialog';
import { WhyDialog } from './why-dialog';

const permissionOf: Readonly<Record<DayAct, string>> = {
  arrive: 'referral.attend',
  attend: 'referral.attend',
  miss: 'referral.noShow',
  cancel: 'referral.cancelAppointment',
  takeBack: 'referral.attend',
};
const atOnce = { arrive: arriveAtAppointment, attend: attendAppointmentHere, takeBack: takeBackAttendance };

/** `/termine/heute`: who comes today and what became of it. Another day stands in the address. */
@Component({
  selector: 'lotse-day-page',
  imports: [Control, DayList, Failure, Field, Icon, Loaded, Notice, Page, State, WalkInDialog, WhyDialog],
  templateUrl: './day-page.html',
  styles: `
    lotse-day-list + p {
      margin-block-start: var(--space-4);
    }
    .whose {
      display: block;
      max-inline-size: 22rem;
      margin-block-end: var(--space-4);
    }
  `,
})
export class DayPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly session = inject(CurrentSession);

  /** A calendar day; today without one. */
  readonly tag = input<string>();
  /** The name of a schedule: whoever sees people by one looks at their own. */
  readonly kalender = input<string>();
  private readonly today = signal(calendarDayOf(new Date()));
  protected readonly now = signal(new Date());
  protected readonly day = computed(() => {
    const asked = calendarDaySchema.safeParse(this.tag());
    return asked.success ? asked.data : this.today();
  });
  protected readonly isToday = computed(() => this.day() === this.today());
  protected readonly dayWords = computed(() => dayText(`${this.day()}T12:00:00Z`, this.language.current()));
  protected readonly appointments = this.api.read(readAppointments, () => ({ query: { day: this.day() } }));
  private readonly all = computed(() => (this.appointments.hasValue() ? this.appointments.value().items : []));
  protected readonly schedules = computed(() => schedulesOf(this.all(), this.kalender()));
  protected readonly items = computed(() => this.all().filter(({ scheduleName }) => !this.kalender() || scheduleName === this.kalender()));
  protected readonly summary = computed(() => {
    if (!this.appointments.hasValue()) return undefined;
    const count = (...states: Appointment['state'][]) => this.items().filter(({ state }) => states.includes(state)).length;
    const parts = [
      this.t('appointmentDay.summary.all', { count: this.items().length - count('cancelled') }),
      ...(['arrived', 'attended', 'missed', 'cancelled'] as const)
        .map((state) => ({ state, amount: state === 'missed' ? count('missed', 'left') : count(state) }))
        .filter(({ amount }) => amount > 0)
        .map(({ state, amount }) => this.t(`appointmentDay.summary.${state}`, { count: amount })),
    ];
    return [...(this.isToday() ? [this.dayWords()] : []), parts.join(', ')].join(' · ');
  });
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly asking = signal<{ appointment: Appointment; act: 'miss' | 'cancel' } | undefined>(undefined);
  protected readonly askingOpen = signal(false);
  protected readonly walkInOpen = signal(false);
  protected readonly mayWalkIn = computed(() => this.session.may('referral.walkIn'));
  protected readonly may = (act: DayAct): boolean => this.session.may(permissionOf[act]);

  constructor() {
    const live = inject(Live);
    for (const subject of ['appointment', 'referral', 'slot']) live.onChange(subject, () => this.again());
  }

  protected go(days: number): void {
    const day = days === 0 ? this.today() : addCalendarDays(this.day(), days);
    void this.router.navigate([], { queryParams: { tag: day === this.today() ? null : day }, queryParamsHandling: 'merge' });
  }

  protected only(kalender: string): void {
    void this.router.navigate([], { queryParams: { kalender: kalender || null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected print(): void {
    window.print();
  }

  protected whenOf({ startsAt }: Appointment): string {
    return `${dayText(startsAt, this.language.current())}, ${clockText(startsAt, this.language.current())}`;
  }

  protected async act({ appointment, act }: ActOnAppointment): Promise<void> {
    this.problem.set(undefined);
    if (act === 'miss' || act === 'cancel') {
      this.asking.set({ appointment, act });
      this.askingOpen.set(true);
      return;
    }
    try {
      const { id, version } = appointment;
      this.recorded(await this.api.send(atOnce[act], { params: { id }, body: {}, version }), act);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      this.again();
    }
  }

  protected recorded(appointment: Appointment, act: DayAct | 'walkIn'): void {
    this.again();
    const word = act === 'walkIn' ? act : wordOfDayAct(act, appointment);
    const text = this.t(`appointmentDay.done.${word}`, { name: appointment.personName || appointment.reference });
    const undo = () => void this.act({ appointment, act: 'takeBack' });
    this.toasts.show(text, appointment.isUndoable && act !== 'takeBack' ? undo : undefined);
  }

  protected again(): void {
    this.now.set(new Date());
    this.today.set(calendarDayOf(new Date()));
    this.appointments.reload();
  }
}
