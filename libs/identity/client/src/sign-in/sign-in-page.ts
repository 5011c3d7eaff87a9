import { Component, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { injectText, LanguageSwitch, Page, ThemeSwitch } from '@lotse/client-kit/ui';
import { type DemoLogin, DemoLogins } from './demo-logins';
import { SignInForm } from './sign-in-form';

/** `/anmelden`; afterwards one is where one wanted to go. */
@Component({
  selector: 'lotse-sign-in-page',
  imports: [DemoLogins, LanguageSwitch, Page, RouterLink, SignInForm, ThemeSwitch],
  template: `
    <div class="entrance">
      <header class="entrance-head">
        <p class="brand"><span class="brand-mark" aria-hidden="true"></span>Lotse</p>
        <div class="entrance-claim">
          <p class="entrance-title">{{ t('identity.signIn.claim') }}</p>
          <p>{{ t('identity.signIn.lead') }}</p>
        </div>
        <div class="cluster"><lotse-language-switch /><lotse-theme-switch /></div>
      </header>
      <main class="entrance-main">
        <lotse-page width="narrow" [title]="t('identity.signIn.title')">
          <lotse-sign-in-form (signedIn)="goOn()" />
          <lotse-demo-logins (choose)="signInAs($event)" />
          <p class="cluster">
            <a class="button is-text is-small" routerLink="/hilfe">{{ t('identity.signIn.help') }}</a>
            <a class="button is-text is-small" routerLink="/barrierefreiheit">{{ t('identity.signIn.accessibility') }}</a>
          </p>
        </lotse-page>
      </main>
    </div>
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
