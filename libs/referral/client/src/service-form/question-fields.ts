import { Component, computed, input, output } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, controlIdOf, Field, Icon, injectText } from '@lotse/client-kit/ui';
import { questionKindSchema, questionPartSchema } from '@lotse/directory/model';
import { isChoice, type QuestionDraft } from './question-drafts';

/** What somebody has changed of a question, and in which place they typed. */
export interface QuestionChange {
  readonly draft: QuestionDraft;
  readonly place: string | undefined;
}

/** One question of a service as it is written. */
@Component({
  selector: 'lotse-question-fields',
  imports: [Checkbox, Control, Field, Icon],
  templateUrl: './question-fields.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .form-row {
      align-items: start;
    }
    .choice-row {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: var(--space-3);
    }
    .choice-row .icon-button {
      margin-block-start: 1.6rem;
    }
    .choice-row lotse-field {
      flex: 1 1 10rem;
    }
    fieldset {
      display: grid;
      gap: var(--space-2);
      justify-items: start;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .choice-row {
      justify-self: stretch;
    }
  `,
})
export class QuestionFields {
  protected readonly t = injectText();
  readonly question = input.required<QuestionDraft>();
  readonly index = input.required<number>();
  readonly problem = input<ApiProblem | undefined>();
  /** The fields that still need something. */
  readonly missing = input<readonly string[]>([]);
  readonly changed = output<QuestionChange>();

  protected readonly idOf = controlIdOf;
  protected readonly kinds = questionKindSchema.options;
  protected readonly parts = questionPartSchema.options;
  protected readonly hasChoices = computed(() => isChoice(this.question()));

  protected name = (field: string): string => `questions.${this.index()}.${field}`;
  protected error = (field: string): string | undefined =>
    this.missing().includes(this.name(field))
      ? this.t(`serviceForm.missing.${field.startsWith('choices.') ? 'choice' : field}`)
      : undefined;

  protected set(changes: Partial<QuestionDraft>, place?: string): void {
    this.changed.emit({ draft: { ...this.question(), ...changes }, place: place && `${this.question().id} ${place}` });
  }

  protected choose(kind: QuestionDraft['kind']): void {
    const { choices } = this.question();
    const needed = isChoice({ kind }) ? Math.max(0, 2 - choices.length) : 0;
    this.set({ kind, choices: [...choices, ...Array.from({ length: needed }, () => ({ value: '', de: '', en: '' }))] });
  }

  protected word(index: number, words: { de?: string; en?: string }): void {
    const choices = this.question().choices.map((choice, at) => (at === index ? { ...choice, ...words } : choice));
    this.set({ choices }, `choice ${index} ${Object.keys(words).join()}`);
  }

  protected addChoice(): void {
    this.set({ choices: [...this.question().choices, { value: '', de: '', en: '' }] });
  }

  protected removeChoice(index: number): void {
    this.set({ choices: this.question().choices.filter((_, at) => at !== index) });
  }
}
