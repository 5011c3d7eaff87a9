import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, injectText, Loaded, Notice, Page, State } from '@lotse/client-kit/ui';
import { acceptInvitation, lookAtInvitation } from '@lotse/identity/model';
import { Entrance } from '../sign-in/entrance';
import { injectLinkToken } from './link-token';
import { NewPasswordForm } from './new-password-form';

/** `/einladung`: whoever was invited sees where to, says their name, and chooses a password. */
@Component({
  selector: 'lotse-invitation-page',
  imports: [Control, Entrance, Field, Loaded, NewPasswordForm, Notice, Page, RouterLink, State],
  template: `
    <lotse-entrance>
      <lotse-page width="narrow" [title]="t('access.invitation.title')">
        @if (done()) {
          <lotse-notice tone="done" [heading]="t('access.invitation.done')">
            <p>{{ t('access.invitation.doneWhat', { email: done() ?? '' }) }}</p>
            <p>
              <a class="button is-filled" routerLink="/anmelden">{{ t('access.signIn') }}</a>
            </p>
          </lotse-notice>
        } @else if (isNotGood()) {
          <lotse-notice tone="due" [heading]="t('access.invitation.notGood')">
            <p>{{ t('access.invitation.notGoodWhat') }}</p>
            <p>
              <a class="button" routerLink="/anmelden">{{ t('access.signIn') }}</a>
            </p>
          </lotse-notice>
        } @else {
          <lotse-state [of]="invitation" [rows]="3">
            <ng-template [lotseLoaded]="invitation" let-found>
              <lotse-new-password-form
                [email]="found.email"
                [act]="t('access.invitation.submit')"
                [isComplete]="name().trim() !== ''"
                [save]="save"
                [(tried)]="tried"
                [(problem)]="problem"
              >
                <p>{{ t('access.invitation.lead', { organisation: found.organisation, email: found.email }) }}</p>
                <lotse-field
                  [label]="t('access.name')"
                  [hint]="t('access.nameHint')"
                  name="displayName"
                  [problem]="problem()"
                  [error]="tried() && !name().trim() ? t('access.nameMissing') : undefined"
                >
                  <input
                    lotseControl
                    type="text"
                    autocomplete="name"
                    maxlength="120"
                    [value]="name()"
                    (input)="name.set($any($event.target).value)"
                  />
                </lotse-field>
              </lotse-new-password-form>
            </ng-template>
          </lotse-state>
        }
      </lotse-page>
    </lotse-entrance>
  `,
})
export class InvitationPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly token = injectLinkToken();

  protected readonly invitation = resource({
    params: () => this.token(),
    loader: ({ params: token }) => this.api.send(lookAtInvitation, { body: { token } }),
  });
  protected readonly name = linkedSignal(() => (this.invitation.hasValue() ? this.invitation.value().displayName : ''));
  protected readonly tried = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** The address one signs in with from now on. */
  protected readonly done = signal<string | undefined>(undefined);
  protected readonly isNotGood = computed(() => {
    const error = this.invitation.error();
    const codes = [this.problem()?.code, error && apiProblemOf(error).code];
    // What a mail program has cut off is no link either.
    return !this.token() || codes.includes('link-not-good') || codes[1] === 'invalid-input';
  });

  protected readonly save = async (password: string): Promise<void> => {
    const body = { token: this.token() ?? '', displayName: this.name().trim(), password };
    const { email } = await this.api.send(acceptInvitation, { body });
    this.done.set(email);
  };
}
