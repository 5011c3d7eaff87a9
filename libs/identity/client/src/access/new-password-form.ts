import { Component, computed, input, model, signal } from '@angular/core';
import { type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Checkbox, Control, Failure, Field, injectText } from '@lotse/client-kit/ui';
import { passwordLengthAtLeast } from '@lotse/identity/model';

/**
 * Chooses a password: long rather than odd, typed once, and shown when one wants to see it. Password managers know whose it is. What else
 * is asked for stands before it, inside.
 */
@Component({
  selector: 'lotse-new-password-form',
  imports: [Checkbox, Control, Failure, Field],
  template: `
    <form class="form" (submit)="submit($event)" novalidate>
      <ng-content />
      <div class="stack">
        <input class="visually-hidden" type="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly [value]="email()" />
        <lotse-field
          [label]="t('access.password')"
          [hint]="t('access.passwordHint')"
          name="password"
          [problem]="problem()"
          [error]="tried() && isShort() ? t('access.passwordShort') : undefined"
        >
          <input
            lotseControl
            [type]="shown() ? 'text' : 'password'"
            autocomplete="new-password"
            maxlength="200"
            spellcheck="false"
            [value]="password()"
            (input)="password.set($any($event.target).value)"
          />
        </lotse-field>
        <lotse-checkbox [label]="t('access.show')" [(checked)]="shown" />
      </div>
      @if (problem(); as refused) {
        @if (refused.fields.length === 0) {
          <lotse-failure [problem]="refused" />
        }
      }
      <button type="submit" class="button is-filled is-wide" [attr.aria-disabled]="busy() || null">{{ act() }}</button>
    </form>
  `,
})
export class NewPasswordForm {
  protected readonly t = injectText();
  readonly email = input.required<string>();
  /** What the button says. */
  readonly act = input.required<string>();
  /** Whether everything else that is asked for is there. */
  readonly isComplete = input(true);
  readonly save = input.required<(password: string) => Promise<void>>();
  readonly tried = model(false);
  readonly problem = model<ApiProblem>();
  protected readonly password = signal('');
  protected readonly isShort = computed(() => this.password().length < passwordLengthAtLeast);
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.isShort() || !this.isComplete()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.save()(this.password());
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
