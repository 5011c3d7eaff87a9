import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { injectText, Loaded, Notice, State } from '@lotse/client-kit/ui';
import { lookAtNewAccess, useNewAccess } from '@lotse/identity/model';
import { NewPasswordForm } from './new-password-form';

/** Chooses a new password with a link. */
@Component({
  selector: 'lotse-choose-password',
  imports: [Loaded, NewPasswordForm, Notice, RouterLink, State],
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
          <lotse-new-password-form [email]="found.email" [act]="t('access.newPassword.submit')" [save]="save" [(problem)]="problem">
            <p>{{ t('access.newPassword.lead', { name: found.displayName, email: found.email }) }}</p>
          </lotse-new-password-form>
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
  protected readonly isDone = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly isNotGood = computed(() => {
    const error = this.account.error();
    const codes = [this.problem()?.code, error && apiProblemOf(error).code];
    // What a mail program has cut off is no link either.
    return codes.includes('link-not-good') || codes[1] === 'invalid-input';
  });

  protected readonly save = async (password: string): Promise<void> => {
    await this.api.send(useNewAccess, { body: { token: this.token(), password } });
    this.isDone.set(true);
  };
}
