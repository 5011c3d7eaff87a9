import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { SessionEnd } from '@lotse/client-kit/api';
import { Dialog, injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '../current-session';
import { identityTexts } from '../identity-texts';
import { SignInForm } from './sign-in-form';

/** Asks to sign in again above the page that was open, so that nothing typed on it is lost. */
@Component({
  selector: 'lotse-sign-in-again',
  imports: [Dialog, SignInForm],
  template: `
    <lotse-dialog [open]="isNeeded()" [heading]="t('identity.again.heading')" [dismissible]="false" width="narrow">
      <p class="muted">{{ t('identity.again.lead') }}</p>
      <lotse-sign-in-form [knownEmail]="session.session()?.staff?.email ?? ''" [target]="router.url" />
    </lotse-dialog>
  `,
})
export class SignInAgain {
  protected readonly t = injectText('identity', identityTexts);
  protected readonly session = inject(CurrentSession);
  protected readonly sessionEnd = inject(SessionEnd);
  protected readonly router = inject(Router);

  /** Whoever has signed out is not asked to come back, even if an answer to what they had asked before says so. */
  protected isNeeded(): boolean {
    return this.sessionEnd.signInNeeded() && this.session.session() !== undefined;
  }
}
