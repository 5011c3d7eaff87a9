import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { FormDialog, injectText, Toasts } from '@lotse/client-kit/ui';
import { confirmDeletion, type DeletionBatch } from '@lotse/people/model';

/** Nothing here can be taken back, so what will happen, and under whose name, is said before. */
@Component({
  selector: 'lotse-confirm-dialog',
  imports: [FormDialog],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('retention.confirm.heading')"
      width="narrow"
      [act]="t('retention.due.confirm')"
      [isDanger]="true"
      [busy]="busy()"
      [problem]="problem()"
      (send)="confirm()"
    >
      <p>{{ t('retention.confirm.text', { count: amount() }) }}</p>
      <p>{{ t('retention.confirm.kept') }} {{ t('retention.confirm.name') }}</p>
    </lotse-form-dialog>
  `,
})
export class ConfirmDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  readonly open = model(false);
  readonly batch = input<DeletionBatch>();
  readonly done = output();
  protected readonly amount = computed(() => this.batch()?.items.filter(({ isHeld }) => !isHeld).length ?? 0);
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly busy = signal(false);

  protected async confirm(): Promise<void> {
    const batch = this.batch();
    if (!batch || this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.send(confirmDeletion, { params: { id: batch.id }, version: batch.version, body: {} });
      this.toasts.show(this.t('retention.confirm.done'));
      this.open.set(false);
      this.done.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
