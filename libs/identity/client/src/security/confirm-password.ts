import { Component, inject, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Dialog, Field, injectText, ProblemSummary } from '@lotse/client-kit/ui';
import { confirmSession } from '@lotse/identity/model';
import { OwnSecurity } from './own-security';

/** Asks for the password once more before somebody changes how they sign in. */
@Component({
  selector: 'lotse-confirm-password',
  imports: [Control, Dialog, Field, ProblemSummary],
  template: `
    <lotse-dialog [open]="security.asking()" [heading]="t('security.confirm.heading')" width="narrow" (closing)="closed()">
      <form class="form" id="confirm-password" (submit)="send($event)" novalidate>
        <lotse-problem-summary [problem]="problem()" />
        <p>{{ t(hasPassword() ? 'security.confirm.lead' : 'security.confirm.without') }}</p>
        @if (hasPassword()) {
          <lotse-field [label]="t('security.confirm.password')" name="password" [problem]="problem()" [error]="missing()">
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
      </form>
      <ng-container dialogActs>
        <button type="button" class="button" (click)="security.answer(false)">{{ t('security.cancel') }}</button>
        @if (hasPassword()) {
          <button type="submit" form="confirm-password" class="button is-filled" [attr.aria-disabled]="busy() || null">
            {{ t('security.confirm.act') }}
          </button>
        }
      </ng-container>
    </lotse-dialog>
  `,
})
export class ConfirmPassword {
  protected readonly t = injectText();
  protected readonly security = inject(OwnSecurity);
  private readonly api = inject(Api);
  protected readonly password = signal('');
  protected readonly missing = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected hasPassword(): boolean {
    return !this.security.own.hasValue() || this.security.own.value().hasPassword;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.missing.set(this.password() === '' ? this.t('security.confirm.missing') : undefined);
    if (this.busy() || this.missing()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(confirmSession, { body: { password: this.password() } });
      this.password.set('');
      this.security.answer(true);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  protected closed(): void {
    this.password.set('');
    this.missing.set(undefined);
    this.problem.set(undefined);
    if (this.security.asking()) this.security.answer(false);
  }
}
