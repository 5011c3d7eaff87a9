import { Component, computed, inject, linkedSignal, model, output, signal } from '@angular/core';
import { retireSchedule, type Schedule } from '@lotse/calendar/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Dialog, Failure, injectText, Toasts } from '@lotse/client-kit/ui';

/** A schedule is given out no longer. */
@Component({
  selector: 'lotse-retire-schedule',
  imports: [Dialog, Failure],
  template: `
    <lotse-dialog
      [open]="!!schedule()"
      (openChange)="$event || schedule.set(undefined)"
      [heading]="t('calendar.schedules.retireHeading')"
      width="narrow"
    >
      @if (schedule(); as schedule) {
        @if (problem(); as problem) {
          <lotse-failure [problem]="problem" />
        }
        <p>
          <strong>{{ schedule.name }}</strong>
        </p>
        <p>{{ t('calendar.schedules.retireWhat') }}</p>
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="schedule.set(undefined)">{{ t('calendar.open.cancel') }}</button>
        <button type="button" class="button is-danger" [attr.aria-disabled]="busy() || null" (click)="save()">
          {{ t('calendar.schedules.retire') }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class RetireSchedule {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly schedule = model<Schedule | undefined>();
  readonly retired = output();
  private readonly id = computed(() => this.schedule()?.id);
  protected readonly problem = linkedSignal<string | undefined, ApiProblem | undefined>({ source: this.id, computation: () => undefined });
  protected readonly busy = signal(false);

  protected async save(): Promise<void> {
    const schedule = this.schedule();
    if (!schedule || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(retireSchedule, { params: { id: schedule.id }, version: schedule.version });
      this.toasts.show(this.t('calendar.schedules.retiredNow', { name: schedule.name }));
      this.retired.emit();
      this.schedule.set(undefined);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
