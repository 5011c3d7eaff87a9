import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, FormDialog, injectText, Notice, RadioGroup, Toasts } from '@lotse/client-kit/ui';
import { identityCheckSchema, resetSecondFactor } from '@lotse/identity/model';
import type { StaffRow } from '../staff-page/staff-rows';

/** Takes away a second factor that somebody has lost: how one made sure that it is them is asked first, and kept. */
@Component({
  selector: 'lotse-reset-second-factor-dialog',
  imports: [Control, Field, FormDialog, Notice, RadioGroup],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('staff.reset.heading', { name: row()?.displayName ?? '' })"
      [act]="t('staff.act.resetSecondFactor')"
      [isDanger]="true"
      [busy]="busy()"
      [problem]="problem()"
      (send)="reset()"
    >
      <lotse-notice tone="due" [heading]="t('staff.reset.care')">
        <p>{{ t('staff.reset.lead') }}</p>
      </lotse-notice>
      <lotse-radio-group
        name="checked"
        [label]="t('staff.reset.checked')"
        [choices]="choices()"
        [(value)]="checked"
        [error]="tried() && !way() ? t('staff.reset.missing.checked') : undefined"
        [problem]="problem()"
      />
      <lotse-field
        name="note"
        [label]="t('staff.reset.note')"
        [hint]="t('staff.reset.noteHint')"
        [error]="tried() && !hasNote() ? t('staff.reset.missing.note') : undefined"
        [problem]="problem()"
      >
        <textarea lotseControl rows="2" maxlength="500" [value]="note()" (input)="note.set(valueOf($event))"></textarea>
      </lotse-field>
    </lotse-form-dialog>
  `,
})
export class ResetSecondFactorDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly open = model(false);
  readonly row = input<StaffRow>();
  readonly done = output();

  protected readonly checked = linkedSignal<boolean, string | null>({ source: this.open, computation: () => null });
  protected readonly note = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly tried = linkedSignal<boolean, boolean>({ source: this.open, computation: () => false });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly busy = signal(false);
  protected readonly way = computed(() => identityCheckSchema.options.find((one) => one === this.checked()));
  protected readonly hasNote = computed(() => this.note().trim().length >= 10);
  protected readonly choices = computed(() =>
    identityCheckSchema.options.map((value) => ({ value, label: this.t(`staff.reset.way.${value}`) })),
  );

  protected valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected async reset(): Promise<void> {
    this.tried.set(true);
    const [row, checked] = [this.row(), this.way()];
    if (!row || !checked || !this.hasNote() || this.busy()) return;
    this.busy.set(true);
    try {
      const { isTold } = await this.api.send(resetSecondFactor, { params: { id: row.id }, body: { checked, note: this.note().trim() } });
      this.toasts.show(this.t(isTold ? 'staff.reset.done' : 'staff.reset.doneUntold', { name: row.displayName }));
      this.open.set(false);
      this.done.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
