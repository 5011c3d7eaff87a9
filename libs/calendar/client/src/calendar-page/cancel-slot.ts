import { Component, computed, inject, linkedSignal, model, output, signal } from '@angular/core';
import { cancelSlot, readSlot, type Slot } from '@lotse/calendar/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Dialog, Failure, injectText, RadioGroup, Toasts } from '@lotse/client-kit/ui';
import { injectSlotTexts } from '../slot-texts';

const reasons = ['clinic_cancelled', 'staff_absence', 'overrun', 'priority_change', 'other'] as const;
type Reason = (typeof reasons)[number];

/** Takes a free slot out of the calendar, with the reason. */
@Component({
  selector: 'lotse-cancel-slot',
  imports: [Dialog, Failure, RadioGroup],
  template: `
    <lotse-dialog [open]="!!slot()" (openChange)="$event || slot.set(undefined)" [heading]="t('calendar.cancel.heading')" width="narrow">
      @if (slot(); as slot) {
        <form class="form" id="cancel-slot" novalidate (submit)="save($event, slot)">
          @if (problem(); as problem) {
            <lotse-failure [problem]="problem" (retry)="again(slot)" />
          }
          <p>
            <strong>{{ texts.whole(slot) }}</strong><br />{{ slot.scheduleName }} · {{ slot.serviceName }}
          </p>
          <lotse-radio-group
            [label]="t('calendar.cancel.reason')"
            name="reason"
            [choices]="choices()"
            [(value)]="reason"
            [error]="missing() && !reason() ? t('calendar.cancel.reasonMissing') : null"
          />
          <p class="muted">{{ t('calendar.cancel.consequence') }}</p>
        </form>
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="slot.set(undefined)">{{ t('calendar.cancel.keep') }}</button>
        <button type="submit" form="cancel-slot" class="button is-danger" [attr.aria-disabled]="busy() || null">
          {{ t('calendar.cancel.save') }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class CancelSlot {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  /** The slot that is asked about; the dialog is open as long as there is one. */
  readonly slot = model<Slot | undefined>();
  readonly cancelled = output<Slot>();

  private readonly id = computed(() => this.slot()?.id);
  protected readonly reason = linkedSignal<string | undefined, string | null>({ source: this.id, computation: () => null });
  protected readonly missing = linkedSignal<string | undefined, boolean>({ source: this.id, computation: () => false });
  protected readonly problem = linkedSignal<string | undefined, ApiProblem | undefined>({ source: this.id, computation: () => undefined });
  protected readonly busy = signal(false);
  protected readonly choices = computed(() =>
    reasons.map((reason) => ({ value: reason, label: this.t(`calendar.cancel.reasons.${reason}`) })),
  );

  protected async save(event: Event, slot: Slot): Promise<void> {
    event.preventDefault();
    const reason = this.reason() as Reason | null;
    this.missing.set(reason === null);
    if (reason === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const done = await this.api.send(cancelSlot, { params: { id: slot.id }, body: { reason }, version: slot.version });
      this.toasts.show(this.t('calendar.cancel.saved', { slot: this.texts.whole(done) }));
      this.cancelled.emit(done);
      this.slot.set(undefined);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody changed the slot: the next attempt is made with what it is now. */
  protected async again(slot: Slot): Promise<void> {
    try {
      this.slot.set(await this.api.send(readSlot, { params: { id: slot.id } }));
      this.problem.set(undefined);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
  }
}
