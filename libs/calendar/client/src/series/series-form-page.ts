import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  changeSeries,
  createSeries,
  previewSeries,
  readSchedules,
  readSeries,
  weekdays,
  type SeriesDay,
  type Weekday,
} from '@lotse/calendar/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import {
  Checkbox,
  Control,
  DayField,
  Field,
  type FoundError,
  injectText,
  Notice,
  Page,
  ProblemSummary,
  RadioGroup,
  Toasts,
} from '@lotse/client-kit/ui';
import { MoreAboutSlot } from '../calendar-page/more-about-slot';
import { SlotTimes } from '../calendar-page/slot-times';
import { KeptSlots } from './kept-slots';
import { errorsInSeries, seriesFormOf, writtenFrom, type SeriesForm } from './series-form';
import { SeriesPreview } from './series-preview';

const modes = ['on_site', 'video', 'phone', 'home_visit'] as const;

/** `/termine/serien/neu` and `/termine/serien/:id`: a series is written, looked at, and only then saved. */
@Component({
  selector: 'lotse-series-form-page',
  imports: [
    Checkbox,
    Control,
    DayField,
    Field,
    KeptSlots,
    MoreAboutSlot,
    Notice,
    Page,
    ProblemSummary,
    RadioGroup,
    RouterLink,
    SeriesPreview,
    SlotTimes,
  ],
  templateUrl: './series-form-page.html',
})
export class SeriesFormPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly weekdays = weekdays;

  /** The series that is changed from a day on; without one a new one begins. */
  readonly id = input<string>();

  private readonly own = this.api.read(readSchedules, () => ({}));
  private readonly running = this.api.read(readSeries, () => (this.id() ? {} : undefined));
  protected readonly schedules = computed(() => (this.own.hasValue() ? this.own.value().items : []));
  protected readonly before = computed(() =>
    this.running.hasValue() ? this.running.value().items.find(({ id }) => id === this.id()) : undefined,
  );
  protected readonly form = linkedSignal<SeriesForm>(() =>
    seriesFormOf(this.before(), this.schedules().length === 1 ? this.schedules()[0]!.id : ''),
  );
  /** What was looked at stays true only as long as nothing is changed. */
  protected readonly days = linkedSignal<SeriesForm, readonly SeriesDay[] | undefined>({ source: this.form, computation: () => undefined });
  protected readonly errors = signal<readonly FoundError[]>([]);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly kept = signal<{ id: string; startsAt: string; endsAt: string }[] | undefined>(undefined);
  protected readonly modes = computed(() => modes.map((value) => ({ value, label: this.t(`calendar.mode.${value}`) })));
  protected readonly everies = computed(() =>
    ['week', 'day', 'month'].map((value) => ({ value, label: this.t(`calendar.series.every.${value}`) })),
  );

  protected set(change: Partial<SeriesForm>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected isOn = (day: Weekday): boolean => this.form().on.includes(day);

  protected turn(day: Weekday, isOn: boolean): void {
    const on = this.form().on.filter((one) => one !== day);
    this.set({ on: isOn ? [...on, day] : on });
  }

  protected errorOf = (name: string): string | undefined => this.errors().find((error) => error.name === name)?.text;

  protected async look(event: Event): Promise<void> {
    event.preventDefault();
    await this.attempt(async () => {
      const { days } = await this.api.send(previewSeries, { body: { series: writtenFrom(this.form()), instead: this.id() ?? null } });
      this.days.set(days);
    });
  }

  protected async save(): Promise<void> {
    await this.attempt(async () => {
      const [before, body] = [this.before(), writtenFrom(this.form())];
      const done = before
        ? await this.api.send(changeSeries, { params: { id: before.id }, version: before.version, body })
        : await this.api.send(createSeries, { body });
      this.toasts.show(this.t('calendar.series.saved', { count: done.made }));
      if ('kept' in done && done.kept.length > 0) this.kept.set(done.kept);
      else void this.router.navigate(['/termine/serien']);
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.problem.set(undefined);
    this.errors.set(errorsInSeries(this.form()).map((name) => ({ name, text: this.t(`calendar.series.error.${name}`) })));
    if (this.errors().length > 0) return;
    this.busy.set(true);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
