import { Component, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { injectText, Page } from '@lotse/client-kit/ui';
import { type DemoLogin, DemoLogins } from './demo-logins';
import { Entrance } from './entrance';
import { SignInForm } from './sign-in-form';

/** `/anmelden`; afterwards one is where one wanted to go. */
@Component({
  selector: 'lotse-sign-in-page',
  imports: [DemoLogins, Entrance, Page, RouterLink, SignInForm],
  template: `
    <lotse-entrance>
      <lotse-page width="narrow" [title]="t('identity.signIn.title')">
        <lotse-sign-in-form (signedIn)="goOn()" />
        <lotse-demo-logins (choose)="signInAs($event)" />
        <p class="cluster">
          <a class="button is-text is-small" routerLink="/neuer-zugang">{{ t('identity.signIn.forgotten') }}</a>
          <a class="button is-text is-small" routerLink="/hilfe">{{ t('identity.signIn.help') }}</a>
          <a class="button is-text is-small" routerLink="/barrierefreiheit">{{ t('identity.signIn.accessibility') }}</a>
        </p>
      </lotse-page>
    </lotse-entrance>
  `,
})
export class SignInPage {
  protected readonly t = injectText();
  private readonly router = inject(Router);
  private readonly form = viewChild.required(SignInForm);

  /** Where one wanted to go; from the address. */
  readonly ziel = input<string>();

  protected signInAs({ email, password }: DemoLogin): void {
    void this.form().signInAs(email, password);
  }

  protected goOn(): void {
    const target = this.ziel();
    void this.router.navigateByUrl(target?.startsWith('/') && !target.startsWith('//') ? target : '/start', { replaceUrl: true });
  }
}
