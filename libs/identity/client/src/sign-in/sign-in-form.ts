import { Component, inject, input, output, signal } from '@angular/core';
import { type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, injectText, ProblemSummary } from '@lotse/client-kit/ui';
import { CurrentSession } from '../current-session';

/** E-mail address and password. Password managers and pasting work; one neutral text for whatever does not match. */
@Component({
  selector: 'lotse-sign-in-form',
  imports: [Control, Field, ProblemSummary],
  template: `
    <form class="form" (submit)="submit($event)" novalidate>
      <lotse-problem-summary [problem]="problem()" />
      <lotse-field [label]="t('identity.signIn.email')" name="email" [error]="missing('email')">
        <input
          lotseControl
          type="email"
          name="email"
          autocomplete="username"
          [value]="email()"
          (input)="email.set($any($event.target).value)"
        />
      </lotse-field>
      <lotse-field [label]="t('identity.signIn.password')" name="password" [error]="missing('password')">
        <input
          lotseControl
          type="password"
          name="password"
          autocomplete="current-password"
          [value]="password()"
          (input)="password.set($any($event.target).value)"
        />
      </lotse-field>
      <button type="submit" class="button is-filled is-wide" [attr.aria-disabled]="busy() || null">
        {{ t(busy() ? 'identity.signIn.busy' : 'identity.signIn.submit') }}
      </button>
    </form>
  `,
})
export class SignInForm {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);

  /** The address that is known already. */
  readonly knownEmail = input('');
  readonly signedIn = output();

  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private readonly tried = signal(false);

  constructor() {
    queueMicrotask(() => this.email() === '' && this.email.set(this.knownEmail()));
  }

  /** Fills in and sends; used by the demo logins. */
  async signInAs(email: string, password: string): Promise<void> {
    this.email.set(email);
    this.password.set(password);
    await this.send();
  }

  protected missing(name: 'email' | 'password'): string | undefined {
    return this.tried() && this[name]() === '' ? this.t(`identity.signIn.missing.${name}`) : undefined;
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.email() !== '' && this.password() !== '') await this.send();
    else document.getElementById(this.email() === '' ? 'field-email' : 'field-password')?.focus();
  }

  private async send(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.session.signIn(this.email().trim(), this.password());
      this.signedIn.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
