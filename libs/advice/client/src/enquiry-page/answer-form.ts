import { recommendationSchema, verdictSchema } from '@lotse/advice/model';
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Control, DayField, Field, Icon, injectText, RadioGroup } from '@lotse/client-kit/ui';
import { CurrentSession, KeptDrafts } from '@lotse/identity/client';
import { IdentifierWarning } from '../words/identifier-warning';

interface Answer {
  readonly verdict: string;
  readonly fromDay: string;
  readonly weeks: string;
  readonly recommendation: string;
  readonly text: string;
}
const nothing: Answer = { verdict: '', fromDay: '', weeks: '', recommendation: '', text: '' };

/** The answer of a service: whether there is room, or advice in words. */
@Component({
  selector: 'lotse-advice-answer',
  imports: [Control, DayField, Field, Icon, IdentifierWarning, RadioGroup],
  template: `
    <form (submit)="submit($event)" (keydown.control.enter)="submit($event)" (keydown.meta.enter)="submit($event)">
      @if (kind() === 'capacity') {
        <lotse-radio-group
          [label]="t('advice.answer.verdict')"
          name="verdict"
          [choices]="verdicts()"
          [error]="tried() && !answer().verdict ? t('advice.missing.verdict') : undefined"
          [value]="answer().verdict"
          (valueChange)="set({ verdict: $event ?? '' })"
        />
        @if (answer().verdict === 'yes') {
          <lotse-day-field
            [label]="t('advice.answer.fromDay')"
            name="fromDay"
            [problem]="problem()"
            [error]="tried() && !answer().fromDay ? t('advice.missing.fromDay') : undefined"
            [value]="answer().fromDay"
            (valueChange)="set({ fromDay: $event })"
          />
        }
        @if (answer().verdict === 'waiting_list') {
          <lotse-field
            [label]="t('advice.answer.weeks')"
            name="weeks"
            [problem]="problem()"
            [error]="tried() && !weeks() ? t('advice.missing.weeks') : undefined"
          >
            <input
              lotseControl
              class="control is-short"
              inputmode="numeric"
              maxlength="3"
              autocomplete="off"
              [value]="answer().weeks"
              (input)="set({ weeks: $any($event.target).value })"
            />
          </lotse-field>
        }
      }
      <lotse-field
        [label]="t(kind() === 'capacity' ? 'advice.answer.words' : 'advice.answer.advice')"
        [hint]="kind() === 'capacity' ? t('advice.answer.wordsHint') : undefined"
        name="text"
        [optional]="kind() === 'capacity'"
        [problem]="problem()"
        [error]="tried() && kind() === 'advice' && !answer().text.trim() ? t('advice.missing.text') : undefined"
      >
        <textarea
          lotseControl
          maxlength="4000"
          [attr.rows]="kind() === 'capacity' ? 2 : 5"
          [value]="answer().text"
          (input)="set({ text: $any($event.target).value })"
        ></textarea>
      </lotse-field>
      @if (kind() === 'advice') {
        <lotse-field [label]="t('advice.answer.recommendation')" name="recommendation" [optional]="true">
          <select lotseControl class="control is-medium" (change)="set({ recommendation: $any($event.target).value })">
            <option value="" [selected]="!answer().recommendation">{{ t('advice.choose') }}</option>
            @for (one of recommendations; track one) {
              <option [value]="one" [selected]="answer().recommendation === one">{{ t('advice.recommendation.' + one) }}</option>
            }
          </select>
        </lotse-field>
      }
      <lotse-identifier-warning [texts]="isFree() ? [answer().text] : []" [(checked)]="isChecked" />
      <div class="cluster">
        <button type="submit" class="button is-filled" [attr.aria-disabled]="busy() || null">
          <lotse-icon name="send" [size]="16" />{{ t('advice.act.answer.send') }}
        </button>
        <span class="muted small not-on-phone">{{ t('advice.keys') }}</span>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
    }
  `,
})
export class AnswerForm {
  protected readonly t = injectText();
  private readonly drafts = inject(KeptDrafts);
  private readonly staffId = inject(CurrentSession).session()?.staff.id ?? '';

  readonly kind = input.required<'advice' | 'capacity'>();
  /** Whether nobody may be named. */
  readonly isFree = input(false);
  readonly draftKey = input.required<string>();
  readonly busy = input(false);
  readonly problem = input<ApiProblem | undefined>();
  readonly send = output<object>();

  protected readonly answer = signal<Answer>(nothing);
  protected readonly isChecked = signal(false);
  protected readonly tried = signal(false);
  protected readonly recommendations = recommendationSchema.options;
  protected readonly verdicts = computed(() =>
    verdictSchema.options.map((value) => ({ value, label: this.t(`advice.verdict.choose.${value}`) })),
  );
  protected readonly weeks = computed(() => (/^\d{1,3}$/.test(this.answer().weeks.trim()) ? Number(this.answer().weeks) : 0));

  constructor() {
    effect(() => {
      void this.drafts.list<Answer>(this.staffId, this.name()).then(([found]) => {
        if (found && this.answer() === nothing) this.answer.set({ ...nothing, ...found.value });
      });
    });
  }

  private readonly name = computed(() => `advice-answer/${this.draftKey()}`);

  protected set(change: Partial<Answer>): void {
    this.answer.update((answer) => ({ ...answer, ...change }));
    this.drafts.keep(this.staffId, this.name(), this.answer()).catch(() => undefined);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.lacksSomething()) return;
    this.drafts.drop(this.staffId, this.name()).catch(() => undefined);
    const { verdict, fromDay, recommendation, text } = this.answer();
    this.send.emit({
      text: text.trim() || null,
      verdict: verdict || null,
      fromDay: verdict === 'yes' ? fromDay : null,
      weeks: verdict === 'waiting_list' ? this.weeks() : null,
      recommendation: recommendation || null,
      isChecked: this.isChecked(),
    });
  }

  /** Advice has words; room has a verdict, with its day or its weeks. */
  private lacksSomething(): boolean {
    const { verdict, fromDay, text } = this.answer();
    if (this.kind() === 'advice') return text.trim() === '';
    if (verdict === 'yes') return fromDay === '';
    return verdict === 'waiting_list' ? this.weeks() === 0 : verdict === '';
  }
}
