import { Component, computed, inject, linkedSignal, model, output, signal } from '@angular/core';
import { exceptSeriesDay, type SlotSeries } from '@lotse/calendar/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { DayField, Dialog, type FoundError, injectText, ProblemSummary, RadioGroup, Toasts } from '@lotse/client-kit/ui';
import { clockOf } from '../calendar-page/slot-form';
import { SlotTimes } from '../calendar-page/slot-times';
import { injectSeriesTexts } from './series-texts';

interface Form {
  readonly day: string;
  readonly what: string;
  readonly toDay: string;
  readonly time: string;
}
const nothing: Form = { day: '', what: '', toDay: '', time: '' };

/** Only this one: a day of a series is left out or moved. */
@Component({
  selector: 'lotse-except-day',
  imports: [DayField, Dialog, ProblemSummary, RadioGroup, SlotTimes],
  template: `
    <lotse-dialog
      [open]="!!series()"
      (openChange)="$event || series.set(undefined)"
      [heading]="t('calendar.except.heading')"
      width="narrow"
    >
      @if (series(); as series) {
        <form class="form" id="except-day" novalidate (submit)="save($event, series)">
          <lotse-problem-summary [problem]="problem()" [errors]="errors()" />
          <p>
            <strong>{{ texts.rule(series.rule) }}, {{ series.startsAt }}</strong
            ><br />{{ series.scheduleName }}
          </p>
          <lotse-day-field
            [label]="t('calendar.except.day')"
            name="day"
            [problem]="problem()"
            [error]="errorOf('day')"
            [value]="form().day"
            (valueChange)="set({ day: $event })"
          />
          <lotse-radio-group
            [label]="t('calendar.except.what')"
            name="what"
            [choices]="choices()"
            [error]="errorOf('what')"
            [value]="form().what"
            (valueChange)="set({ what: $event ?? '' })"
          />
          @if (form().what === 'move') {
            <lotse-day-field
              [label]="t('calendar.except.toDay')"
              name="toDay"
              [error]="errorOf('toDay')"
              [value]="form().toDay"
              (valueChange)="set({ toDay: $event })"
            />
            <lotse-slot-times [time]="form().time" [errorOf]="errorOf" (said)="set($event)" />
          }
        </form>
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="series.set(undefined)">{{ t('calendar.open.cancel') }}</button>
        <button type="submit" form="except-day" class="button is-filled" [attr.aria-disabled]="busy() || null">
          {{ t('calendar.except.save') }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class ExceptDay {
  protected readonly t = injectText();
  protected readonly texts = injectSeriesTexts();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  readonly series = model<SlotSeries | undefined>();
  readonly excepted = output();

  private readonly id = computed(() => this.series()?.id);
  protected readonly form = linkedSignal<string | undefined, Form>({
    source: this.id,
    computation: () => ({ ...nothing, time: this.series()?.startsAt ?? '' }),
  });
  protected readonly problem = linkedSignal<string | undefined, ApiProblem | undefined>({ source: this.id, computation: () => undefined });
  protected readonly errors = linkedSignal<string | undefined, readonly FoundError[]>({ source: this.id, computation: () => [] });
  protected readonly busy = signal(false);
  protected readonly choices = computed(() => ['leave_out', 'move'].map((value) => ({ value, label: this.t(`calendar.except.${value}`) })));

  protected set(change: Partial<Form>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected errorOf = (name: string): string | undefined => this.errors().find((error) => error.name === name)?.text;

  protected async save(event: Event, { id, version }: SlotSeries): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.errors.set(this.faults());
    if (this.errors().length > 0) return;
    const { day, what, toDay, time } = this.form();
    const movedTo = what === 'move' ? { day: toDay, startsAt: clockOf(time) ?? '' } : null;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(exceptSeriesDay, { params: { id }, version, body: { day, movedTo } });
      this.toasts.show(this.t('calendar.except.saved'));
      this.excepted.emit();
      this.series.set(undefined);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private faults(): FoundError[] {
    const { day, what, toDay, time } = this.form();
    const isWrong = {
      day: day === '',
      what: what === '',
      toDay: what === 'move' && toDay === '',
      startsAt: what === 'move' && !clockOf(time),
    };
    const textOf = {
      day: 'calendar.open.error.day',
      what: 'calendar.except.missing',
      toDay: 'calendar.open.error.day',
      startsAt: 'calendar.open.error.startsAt',
    };
    return (['day', 'what', 'toDay', 'startsAt'] as const)
      .filter((name) => isWrong[name])
      .map((name) => ({ name, text: this.t(textOf[name]) }));
  }
}
