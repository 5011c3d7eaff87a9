import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, FormDialog, injectText, RadioGroup, Toasts } from '@lotse/client-kit/ui';
import { reviewBreakGlass, type BreakGlassReview } from '@lotse/people/model';

const results = ['justified', 'not_justified'] as const;

/** Records whether an access was justified. What was typed stays when it is refused. */
@Component({
  selector: 'lotse-review-dialog',
  imports: [Control, Field, FormDialog, RadioGroup],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('breakGlass.reviews.reviewOf', { reference: review()?.reference ?? '' })"
      [act]="t('breakGlass.reviews.save')"
      [busy]="busy()"
      [problem]="problem()"
      (send)="save()"
    >
      <p>{{ review()?.explanation }}</p>
      <lotse-radio-group
        name="result"
        [label]="t('breakGlass.reviews.result')"
        [choices]="choices()"
        [(value)]="result"
        [problem]="problem()"
        [error]="tried() && result() === '' ? t('breakGlass.reviews.resultMissing') : undefined"
      />
      <lotse-field
        name="note"
        [label]="t('breakGlass.reviews.note')"
        [hint]="t('breakGlass.reviews.noteHint')"
        [problem]="problem()"
        [error]="tried() && isShort() ? t('breakGlass.reviews.noteMissing') : undefined"
      >
        <textarea lotseControl rows="3" maxlength="1000" [value]="note()" (input)="note.set(valueOf($event))"></textarea>
      </lotse-field>
    </lotse-form-dialog>
  `,
})
export class ReviewDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly open = model(false);
  readonly review = input<BreakGlassReview>();
  readonly done = output();

  protected readonly result = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly note = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly tried = linkedSignal<boolean, boolean>({ source: this.open, computation: () => false });
  protected readonly busy = signal(false);
  protected readonly choices = computed(() => results.map((value) => ({ value, label: this.t(`breakGlass.result.${value}`) })));
  protected readonly isShort = computed(() => this.note().trim().length < 10);

  protected valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    const [id, result] = [this.review()?.id, results.find((one) => one === this.result())];
    if (!id || !result || this.isShort() || this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.send(reviewBreakGlass, { params: { id }, body: { result, note: this.note() } });
      this.toasts.show(this.t('breakGlass.reviews.saved'));
      this.open.set(false);
      this.done.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
