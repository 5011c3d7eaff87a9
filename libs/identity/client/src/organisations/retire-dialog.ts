import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { FormDialog, injectText, Notice, Toasts } from '@lotse/client-kit/ui';
import { type AdministeredOrganisation, retireOrganisation } from '@lotse/identity/model';

/** Closes an organisation; not while somebody's referral is open there. */
@Component({
  selector: 'lotse-retire-dialog',
  imports: [FormDialog, Notice],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('organisations.retire.heading', { name: organisation()?.name ?? '' })"
      [act]="t('organisations.act.retire')"
      [isDanger]="true"
      [busy]="busy()"
      [problem]="hasWork() ? undefined : problem()"
      (send)="retire()"
    >
      <p>{{ t('organisations.retire.lead') }}</p>
      @if (hasWork()) {
        <lotse-notice tone="due" [heading]="t('organisations.retire.open', { count: openCount() })">
          <p>{{ t('organisations.retire.openWhat') }}</p>
        </lotse-notice>
      }
    </lotse-form-dialog>
  `,
})
export class RetireDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  readonly open = model(false);
  readonly organisation = input<AdministeredOrganisation>();
  readonly done = output();
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly busy = signal(false);

  protected readonly hasWork = computed(() => this.problem()?.code === 'organisation-has-work');

  protected openCount(): number {
    return Number(this.problem()?.context?.['count'] ?? 0);
  }

  protected async retire(): Promise<void> {
    const organisation = this.organisation();
    if (!organisation || this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.send(retireOrganisation, { params: { id: organisation.id }, version: organisation.version, body: {} });
      this.toasts.show(this.t('organisations.retire.done', { name: organisation.name }));
      this.open.set(false);
      this.done.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
