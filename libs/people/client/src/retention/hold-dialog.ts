import { Component, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, DayField, Field, FormDialog, injectText, Toasts } from '@lotse/client-kit/ui';
import { type DeletionItem, holdRecord } from '@lotse/people/model';

/** Keeps a record beyond its period: why, and until when. What was typed stays until it is accepted. */
@Component({
  selector: 'lotse-hold-dialog',
  imports: [Control, DayField, Field, FormDialog],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('retention.hold.heading')"
      [act]="t('retention.due.keep')"
      [busy]="busy()"
      [problem]="problem()"
      (send)="hold()"
    >
      <p>{{ t('retention.hold.lead') }}</p>
      <lotse-field [label]="t('retention.hold.reason')" [hint]="t('retention.hold.reasonHint')" name="reason" [problem]="problem()">
        <textarea lotseControl rows="3" maxlength="500" [value]="reason()" (input)="write($event)"></textarea>
      </lotse-field>
      <lotse-day-field
        [label]="t('retention.hold.until')"
        [hint]="t('retention.hold.untilHint')"
        name="until"
        [optional]="true"
        [(value)]="until"
      />
    </lotse-form-dialog>
  `,
})
export class HoldDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  readonly open = model(false);
  readonly item = input<DeletionItem>();
  readonly done = output();
  protected readonly reason = linkedSignal<DeletionItem | undefined, string>({ source: this.item, computation: () => '' });
  protected readonly until = linkedSignal<DeletionItem | undefined, string>({ source: this.item, computation: () => '' });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly busy = signal(false);

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected async hold(): Promise<void> {
    const item = this.item();
    if (!item || this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.send(holdRecord, { params: { id: item.id }, body: { reason: this.reason(), until: this.until() || null } });
      this.toasts.show(this.t('retention.hold.done'));
      this.open.set(false);
      this.done.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
