import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText, Page } from '@lotse/client-kit/ui';
import { Entrance } from '../sign-in/entrance';
import { AskForAccess } from './ask-for-access';
import { ChoosePassword } from './choose-password';
import { injectLinkToken } from './link-token';

/** `/neuer-zugang`: asks for a link to a new password; with the link one chooses it. */
@Component({
  selector: 'lotse-new-access-page',
  imports: [AskForAccess, ChoosePassword, Entrance, Page, RouterLink],
  template: `
    <lotse-entrance>
      <lotse-page width="narrow" [title]="t(token() ? 'access.newPassword.title' : 'access.ask.title')">
        @if (token(); as token) {
          <lotse-choose-password [token]="token" />
        } @else {
          <lotse-ask-for-access />
        }
        <p class="cluster">
          <a class="button is-text is-small" routerLink="/anmelden">{{ t('access.back') }}</a>
        </p>
      </lotse-page>
    </lotse-entrance>
  `,
})
export class NewAccessPage {
  protected readonly t = injectText();
  protected readonly token = injectLinkToken();
}
