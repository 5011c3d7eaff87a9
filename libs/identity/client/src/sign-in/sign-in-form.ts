import { Component, inject, input, output, signal } from '@angular/core';
import { type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, Icon, injectText, ProblemSummary } from '@lotse/client-kit/ui';
import { CurrentSession } from '../current-session';
import { passkeysWork } from './browser-passkeys';
import { SecondStepFields } from './second-step-fields';
import { SingleSignOnChoice } from './single-sign-on-choice';

/**
 * A passkey, or e-mail address and password, and a code where one is needed. Password managers and pasting work; one neutral text for
 * whatever does not match. What was typed stays through the second step and back.
 */
@Component({
  selector: 'lotse-sign-in-form',
  imports: [Control, Field, Icon, ProblemSummary, SecondStepFields, SingleSignOnChoice],
  template: `
    <form class="form" (submit)="submit($event)" novalidate>
      <lotse-problem-summary [problem]="problem()" />
      @if (ways(); as ways) {
        <lotse-second-step-fields [ways]="ways" [(code)]="code" [problem]="problem()" [tried]="tried()" />
      } @else {
        @if (passkeysWork) {
          <button type="button" class="button is-wide" (click)="usePasskey()" [attr.aria-disabled]="busy() || null">
            <lotse-icon name="key-round" />{{ t('identity.signIn.passkey') }}
          </button>
          <p class="entrance-or" aria-hidden="true">{{ t('identity.signIn.or') }}</p>
        }
        <lotse-field [label]="t('identity.signIn.email')" name="email" [error]="missing('email')">
          <input
            lotseControl
            type="email"
            name="email"
            autocomplete="username"
            [value]="email()"
            (input)="email.set($any($event.target).value)"
            (change)="leftEmail.set(email().trim())"
          />
        </lotse-field>
        <lotse-single-sign-on-choice [email]="leftEmail()" [target]="target()" />
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
      }
      @if (!ways() || ways()!.includes('code') || ways()!.includes('recovery_code')) {
        <button type="submit" class="button is-filled is-wide" [attr.aria-disabled]="busy() || null">
          {{ t(busy() ? 'identity.signIn.busy' : 'identity.signIn.submit') }}
        </button>
      }
      @if (ways(); as ways) {
        @if (passkeysWork && ways.includes('passkey')) {
          <button type="button" class="button is-wide" (click)="usePasskey()" [attr.aria-disabled]="busy() || null">
            <lotse-icon name="key-round" />{{ t('identity.signIn.passkey') }}
          </button>
        }
        <button type="button" class="button is-text" (click)="back()">{{ t('identity.signIn.back') }}</button>
      }
    </form>
  `,
})
export class SignInForm {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  protected readonly passkeysWork = passkeysWork();

  /** The address that is known already. */
  readonly knownEmail = input('');
  /** The page to come back to from the account service of an organisation. */
  readonly target = input<string>();
  readonly signedIn = output();

  protected readonly email = signal('');
  protected readonly leftEmail = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');
  /** What can be shown besides the password, once it is asked for. */
  protected readonly ways = signal<readonly string[] | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly tried = signal(false);

  constructor() {
    queueMicrotask(() => this.take(this.knownEmail()));
  }

  /** Fills in and sends; used by the demo logins. */
  async signInAs(email: string, password: string): Promise<void> {
    this.email.set(email);
    this.password.set(password);
    this.back();
    await this.send();
  }

  private take(email: string): void {
    if (this.email() !== '') return;
    this.email.set(email);
    this.leftEmail.set(email);
  }

  protected missing(name: 'email' | 'password'): string | undefined {
    return this.tried() && this[name]() === '' ? this.t(`identity.signIn.missing.${name}`) : undefined;
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const empty = (this.ways() ? (['code'] as const) : (['email', 'password'] as const)).find((name) => this[name]().trim() === '');
    if (!empty) await this.send();
    else document.getElementById(`field-${empty}`)?.focus();
  }

  /** Back to address and password, as they were typed. */
  protected back(): void {
    this.ways.set(undefined);
    this.code.set('');
    this.problem.set(undefined);
    this.tried.set(false);
  }

  protected usePasskey(): Promise<void> {
    return this.busily(() => this.session.signInWithPasskey());
  }

  private send(): Promise<void> {
    return this.busily(async () => {
      await this.session.signIn(this.email().trim(), this.password(), this.code().trim() || undefined);
      return true;
    });
  }

  private async busily(work: () => Promise<boolean>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      if (await work()) this.signedIn.emit();
    } catch (thrown) {
      this.refused(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  /** That a second step is needed is no failure: it is asked for. */
  private refused(problem: ApiProblem): void {
    if (problem.code !== 'second-factor-needed') return this.problem.set(problem);
    this.tried.set(false);
    this.ways.set((problem.context?.['ways'] as string[] | undefined) ?? ['code']);
  }
}
