import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Checkbox, Control, Field, injectText, ProblemSummary, Toasts } from '@lotse/client-kit/ui';
import { changeSignInRules, type SignInRules } from '@lotse/identity/model';

const idleChoices = [10, 15, 30, 60, 120, 240];
const hourChoices = [4, 8, 10, 12, 24];

/** The second step, and when a session ends. */
@Component({
  selector: 'lotse-rules-form',
  imports: [Checkbox, Control, Field, ProblemSummary],
  template: `
    <form class="form" (submit)="send($event)" novalidate>
      <lotse-problem-summary [problem]="problem()" />
      <section class="form-section" aria-labelledby="rules">
        <h2 id="rules">{{ t('signInRules.rules.heading') }}</h2>
        @if (rules().secondFactorOfEverybody) {
          <p>{{ t('signInRules.rules.ofEverybody') }}</p>
        } @else {
          <lotse-checkbox
            [label]="t('signInRules.rules.secondFactor')"
            [hint]="t('signInRules.rules.secondFactorHint')"
            name="secondFactorRequired"
            [checked]="draft().secondFactorRequired"
            (checkedChange)="set({ secondFactorRequired: $event })"
          />
        }
        <div class="form-row">
          <lotse-field
            [label]="t('signInRules.rules.idle')"
            [hint]="t('signInRules.rules.idleHint')"
            name="idleMinutes"
            [problem]="problem()"
          >
            <select lotseControl (change)="set({ idleMinutes: +$any($event.target).value })">
              @for (minutes of withOwn(idleChoices, rules().idleMinutes); track minutes) {
                <option [value]="minutes" [selected]="minutes === draft().idleMinutes">
                  {{ t('signInRules.rules.minutes', { count: minutes }) }}
                </option>
              }
            </select>
          </lotse-field>
          <lotse-field
            [label]="t('signInRules.rules.session')"
            [hint]="t('signInRules.rules.sessionHint')"
            name="sessionMinutes"
            [problem]="problem()"
          >
            <select lotseControl (change)="set({ sessionMinutes: 60 * +$any($event.target).value })">
              @for (hours of withOwn(hourChoices, rules().sessionMinutes / 60); track hours) {
                <option [value]="hours" [selected]="60 * hours === draft().sessionMinutes">
                  {{ t('signInRules.rules.hours', { count: hours }) }}
                </option>
              }
            </select>
          </lotse-field>
        </div>
        <p>
          <button type="submit" class="button is-filled" [attr.aria-disabled]="busy() || null">{{ t('signInRules.rules.save') }}</button>
        </p>
      </section>
    </form>
  `,
})
export class RulesForm {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly idleChoices = idleChoices;
  protected readonly hourChoices = hourChoices;
  readonly rules = input.required<SignInRules>();
  readonly changed = output();
  protected readonly draft = linkedSignal(() => this.rules());
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected set(change: Partial<SignInRules>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  /** What the organisation has chosen elsewhere stays a choice. */
  protected withOwn(choices: readonly number[], own: number): number[] {
    return [...new Set([...choices, own])].sort((one, other) => one - other);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const { version, secondFactorOfEverybody: _, ...body } = this.draft();
    try {
      await this.api.send(changeSignInRules, { body, version });
      this.toasts.show(this.t('signInRules.saved'));
      this.changed.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
