import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Failure, injectText, Loaded, Notice, State } from '@lotse/client-kit/ui';
import { lookAtNewAccess, passwordLengthAtLeast, useNewAccess } from '@lotse/identity/model';
import { NewPasswordField } from './new-password-field';

/** Chooses a new password with a link. */
@Component({
  selector: 'lotse-choose-password',
  imports: [Failure, Loaded, NewPasswordField, Notice, RouterLink, State],
  template: `
    @if (isDone()) {
      <lotse-notice tone="done" [heading]="t('access.newPassword.done')">
        <p>{{ t('access.newPassword.doneWhat') }}</p>
        <p>
          <a class="button is-filled" routerLink="/anmelden">{{ t('access.signIn') }}</a>
        </p>
      </lotse-notice>
    } @else if (isNotGood()) {
      <lotse-notice tone="due" [heading]="t('access.newPassword.notGood')">
        <p>{{ t('access.newPassword.notGoodWhat') }}</p>
      </lotse-notice>
    } @else {
      <lotse-state [of]="account" [rows]="2">
        <ng-template [lotseLoaded]="account" let-found>
          <form class="form" (submit)="save($event)" novalidate>
            <p>{{ t('access.newPassword.lead', { name: found.displayName, email: found.email }) }}</p>
            <lotse-new-password-field
              [email]="found.email"
              [(password)]="password"
              [problem]="problem()"
              [error]="tried() && isShort() ? t('access.passwordShort') : undefined"
            />
            @if (problem(); as refused) {
              @if (refused.fields.length === 0) {
                <lotse-failure [problem]="refused" />
              }
            }
            <button type="submit" class="button is-filled is-wide" [attr.aria-disabled]="busy() || null">
              {{ t('access.newPassword.submit') }}
            </button>
          </form>
        </ng-template>
      </lotse-state>
    }
  `,
})
export class ChoosePassword {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  readonly token = input.required<string>();

  protected readonly account = resource({
    params: () => this.token(),
    loader: ({ params: token }) => this.api.send(lookAtNewAccess, { body: { token } }),
  });
  protected readonly password = signal('');
  protected readonly isShort = computed(() => this.password().length < passwordLengthAtLeast);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly isDone = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly isNotGood = computed(() => {
    const error = this.account.error();
    return [this.problem()?.code, error && apiProblemOf(error).code].includes('link-not-good');
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.isShort()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(useNewAccess, { body: { token: this.token(), password: this.password() } });
      this.isDone.set(true);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
