import { Component, computed, inject, linkedSignal, model, output, signal } from '@angular/core';
import { endSeries, type SlotSeries } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, type AnswerOf } from '@lotse/kernel';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { DayField, Dialog, Failure, injectText } from '@lotse/client-kit/ui';
import { KeptSlots } from './kept-slots';
import { injectSeriesTexts } from './series-texts';

/** Ends a series from a day on. What somebody has stays, and is named afterwards. */
@Component({
  selector: 'lotse-end-series',
  imports: [DayField, Dialog, Failure, KeptSlots],
  template: `
    <lotse-dialog
      [open]="!!series()"
      (openChange)="$event || series.set(undefined)"
      [heading]="t('calendar.series.endHeading')"
      width="narrow"
    >
      @if (series(); as series) {
        @if (done(); as done) {
          <p>{{ t('calendar.series.ended', { count: done.cancelled }) }}</p>
          <lotse-kept-slots [slots]="done.kept" />
        } @else {
          <form class="form" id="end-series" novalidate (submit)="save($event, series)">
            @if (problem(); as problem) {
              <lotse-failure [problem]="problem" />
            }
            <p>
              <strong>{{ texts.rule(series.rule) }}, {{ series.startsAt }}</strong
              ><br />{{ series.scheduleName }}
            </p>
            <lotse-day-field
              [label]="t('calendar.series.endFrom')"
              name="from"
              [(value)]="from"
              [error]="missing() ? t('calendar.open.error.day') : null"
            />
            <p class="muted">{{ t('calendar.series.endWhat') }}</p>
          </form>
        }
      }
      <ng-container dialogActs>
        @if (done()) {
          <button type="button" class="button is-filled" (click)="series.set(undefined)">{{ t('calendar.series.close') }}</button>
        } @else {
          <button type="button" class="button" (click)="series.set(undefined)">{{ t('calendar.open.cancel') }}</button>
          <button type="submit" form="end-series" class="button is-danger" [attr.aria-disabled]="busy() || null">
            {{ t('calendar.series.endSave') }}
          </button>
        }
      </ng-container>
    </lotse-dialog>
  `,
})
export class EndSeries {
  protected readonly t = injectText();
  protected readonly texts = injectSeriesTexts();
  private readonly api = inject(Api);

  readonly series = model<SlotSeries | undefined>();
  readonly finished = output();

  private readonly id = computed(() => this.series()?.id);
  protected readonly from = linkedSignal<string | undefined, string>({
    source: this.id,
    computation: () => addCalendarDays(calendarDayOf(new Date()), 1),
  });
  protected readonly done = linkedSignal<string | undefined, AnswerOf<typeof endSeries> | undefined>({
    source: this.id,
    computation: () => undefined,
  });
  protected readonly problem = linkedSignal<string | undefined, ApiProblem | undefined>({ source: this.id, computation: () => undefined });
  protected readonly missing = signal(false);
  protected readonly busy = signal(false);

  protected async save(event: Event, { id, version }: SlotSeries): Promise<void> {
    event.preventDefault();
    this.missing.set(this.from() === '');
    if (this.missing() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.done.set(await this.api.send(endSeries, { params: { id }, version, body: { from: this.from() } }));
      this.finished.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
