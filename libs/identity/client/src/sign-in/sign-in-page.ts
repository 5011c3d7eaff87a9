import { Component, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { injectText, Notice, Page } from '@lotse/client-kit/ui';
import { type DemoLogin, DemoLogins } from './demo-logins';
import { Entrance } from './entrance';
import { SignInForm } from './sign-in-form';

const reasons: readonly string[] = ['account-unknown', 'account-linked-otherwise', 'account-without-role', 'single-sign-on-failed'];

/** `/anmelden`; afterwards one is where one wanted to go. */
@Component({
  selector: 'lotse-sign-in-page',
  imports: [DemoLogins, Entrance, Notice, Page, RouterLink, SignInForm],
  template: `
    <lotse-entrance>
      <lotse-page width="narrow" [title]="t('identity.signIn.title')">
        @if (hinweis(); as why) {
          <lotse-notice tone="due" [heading]="t('identity.signIn.returned.heading')">
            <p>{{ t('identity.signIn.returned.' + (reasons.includes(why) ? why : 'single-sign-on-failed')) }}</p>
          </lotse-notice>
        }
        <lotse-sign-in-form [target]="target()" (signedIn)="goOn()" />
        <lotse-demo-logins (choose)="signInAs($event)" />
        <p class="cluster">
          <a class="button is-text is-small" routerLink="/neuer-zugang">{{ t('identity.signIn.forgotten') }}</a>
          <a class="button is-text is-small" routerLink="/hilfe">{{ t('identity.signIn.help') }}</a>
          <a class="button is-text is-small" routerLink="/barrierefreiheit">{{ t('identity.signIn.accessibility') }}</a>
        </p>
      </lotse-page>
    </lotse-entrance>
  `,
  styles: `
    lotse-notice {
      margin-block-end: var(--space-5);
    }
  `,
})
export class SignInPage {
  protected readonly t = injectText();
  private readonly router = inject(Router);
  private readonly form = viewChild.required(SignInForm);

  /** Where one wanted to go; from the address. */
  readonly ziel = input<string>();
  /** Why coming back from the account service of one's organisation came to nothing; from the address. */
  readonly hinweis = input<string>();
  protected readonly reasons = reasons;

  protected signInAs({ email, password }: DemoLogin): void {
    void this.form().signInAs(email, password);
  }

  protected goOn(): void {
    void this.router.navigateByUrl(this.target(), { replaceUrl: true });
  }

  protected target(): string {
    const target = this.ziel();
    return target?.startsWith('/') && !target.startsWith('//') ? target : '/start';
  }
}
