import { Component, computed, inject, input, output } from '@angular/core';
import { Control, DayField, Field, injectText, Language, RadioGroup } from '@lotse/client-kit/ui';
import type { Answer, Answers, ServiceQuestion } from '@lotse/directory/model';
import { choicesOf } from '../words/choices';
import { CheckList } from './check-list';

/** A question as the form asks it, in the language of the screen. */
interface Asked {
  readonly question: ServiceQuestion;
  readonly title: string;
  readonly help: string;
  readonly choices: { value: string; label: string }[];
}

/** What the chosen service asks besides; also its preview where the service writes it. */
@Component({
  selector: 'lotse-extra-questions',
  imports: [CheckList, Control, DayField, Field, RadioGroup],
  template: `
    @for (asked of asked(); track asked.question.key) {
      @let key = asked.question.key;
      @let isOptional = !asked.question.required;
      @switch (asked.question.kind) {
        @case ('text') {
          <lotse-field
            [label]="asked.title"
            [hint]="asked.help"
            [name]="'extra.' + key"
            [optional]="isOptional"
            [error]="errors()['extra.' + key]"
          >
            <textarea lotseControl rows="2" maxlength="1000" [value]="textOf(key)" (input)="set(key, $any($event.target).value)"></textarea>
          </lotse-field>
        }
        @case ('number') {
          <lotse-field
            [label]="asked.title"
            [hint]="asked.help"
            [name]="'extra.' + key"
            [optional]="isOptional"
            [error]="errors()['extra.' + key]"
          >
            <input
              lotseControl
              class="is-short"
              type="number"
              step="any"
              [value]="textOf(key)"
              (input)="setNumber(key, $any($event.target).value)"
            />
          </lotse-field>
        }
        @case ('choice') {
          <lotse-field
            [label]="asked.title"
            [hint]="asked.help"
            [name]="'extra.' + key"
            [optional]="isOptional"
            [error]="errors()['extra.' + key]"
          >
            <select lotseControl (change)="set(key, $any($event.target).value)">
              <option value="">{{ t('referral.new.choose') }}</option>
              @for (choice of asked.choices; track choice.value) {
                <option [value]="choice.value" [selected]="choice.value === answers()[key]">{{ choice.label }}</option>
              }
            </select>
          </lotse-field>
        }
        @case ('choices') {
          <div [id]="'field-extra.' + key" tabindex="-1">
            <lotse-check-list [label]="asked.title" [choices]="asked.choices" [chosen]="listOf(key)" (chosenChange)="set(key, $event)" />
            @if (asked.help) {
              <p class="field-hint">{{ asked.help }}</p>
            }
            @if (errors()['extra.' + key]; as error) {
              <p class="field-error">{{ error }}</p>
            }
          </div>
        }
        @case ('yes_no') {
          <lotse-radio-group
            [label]="asked.title"
            [name]="'extra.' + key"
            layout="row"
            [choices]="yesNo()"
            [value]="answers()[key] === undefined ? null : answers()[key] ? 'yes' : 'no'"
            (valueChange)="set(key, $event === 'yes')"
            [error]="errors()['extra.' + key]"
          />
        }
        @case ('date') {
          <lotse-day-field
            [label]="asked.title"
            [hint]="asked.help"
            [name]="'extra.' + key"
            [value]="textOf(key)"
            (valueChange)="set(key, $event)"
            [error]="errors()['extra.' + key]"
          />
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    :host:empty {
      display: none;
    }
  `,
})
export class ExtraQuestions {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  readonly questions = input.required<readonly ServiceQuestion[]>();
  readonly answers = input.required<Answers>();
  readonly errors = input<Readonly<Record<string, string>>>({});
  readonly answersChange = output<Answers>();

  protected readonly asked = computed<Asked[]>(() => {
    const isGerman = this.language.current() === 'de';
    return this.questions().map((question) => ({
      question,
      title: isGerman ? question.titleDe : question.titleEn,
      help: (isGerman ? question.helpDe : question.helpEn) ?? '',
      choices: question.choices.map(({ value, de, en }) => ({ value, label: isGerman ? de : en })),
    }));
  });
  protected readonly yesNo = computed(() => choicesOf(this.t, ['yes', 'no'], 'referral.content'));

  protected textOf(key: string): string {
    return String(this.answers()[key] ?? '');
  }

  protected listOf(key: string): readonly string[] {
    const answer = this.answers()[key];
    return Array.isArray(answer) ? answer : [];
  }

  protected setNumber(key: string, typed: string): void {
    this.set(key, typed.trim() === '' || Number.isNaN(Number(typed)) ? '' : Number(typed));
  }

  /** What is emptied was not answered. */
  protected set(key: string, answer: Answer): void {
    const { [key]: _, ...others } = this.answers();
    const isEmpty = answer === '' || (Array.isArray(answer) && answer.length === 0);
    this.answersChange.emit(isEmpty ? others : { ...others, [key]: answer });
  }
}
