import { Component, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { injectText, Loaded, Notice, Page, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '../current-session';
import { Entrance } from '../sign-in/entrance';
import { ConfirmPassword } from './confirm-password';
import { OwnSecurity } from './own-security';
import { PasskeysSection } from './passkeys-section';
import { RecoveryCodesPanel } from './recovery-codes-panel';
import { SecondFactorSection } from './second-factor-section';

/** `/anmelden/absichern`: a second factor is required; whoever has none sets one up here, and then goes on. */
@Component({
  selector: 'lotse-safeguard-page',
  imports: [ConfirmPassword, Entrance, Loaded, Notice, Page, PasskeysSection, RecoveryCodesPanel, SecondFactorSection, State],
  providers: [OwnSecurity],
  template: `
    <lotse-entrance>
      <lotse-page width="narrow" [title]="t('security.safeguard.title')">
        @if (security.codes(); as codes) {
          <lotse-recovery-codes-panel [codes]="codes" (kept)="goOn()" />
        } @else {
          <div class="stack">
            <lotse-notice tone="info" [heading]="t('security.safeguard.heading')">
              <p>{{ t('security.safeguard.lead') }}</p>
            </lotse-notice>
            <lotse-state [of]="security.own">
              <ng-template [lotseLoaded]="security.own" let-own>
                <div class="form">
                  <section class="form-section" aria-labelledby="safeguard-passkeys">
                    <h2 id="safeguard-passkeys">{{ t('security.passkey.heading') }}</h2>
                    <p class="muted">{{ t('security.passkey.lead') }}</p>
                    <lotse-passkeys-section [own]="own" />
                  </section>
                  <section class="form-section" aria-labelledby="safeguard-app">
                    <h2 id="safeguard-app">{{ t('security.app.section') }}</h2>
                    <p class="muted">{{ t('security.app.lead') }}</p>
                    <lotse-second-factor-section [own]="own" />
                  </section>
                </div>
              </ng-template>
            </lotse-state>
            <p>
              <button type="button" class="button is-text" (click)="leave()">{{ t('security.safeguard.leave') }}</button>
            </p>
          </div>
        }
      </lotse-page>
    </lotse-entrance>
    <lotse-confirm-password />
  `,
})
export class SafeguardPage {
  protected readonly t = injectText();
  protected readonly security = inject(OwnSecurity);
  private readonly session = inject(CurrentSession);
  private readonly router = inject(Router);

  /** Where one wanted to go; from the address. */
  readonly ziel = input<string>();

  constructor() {
    effect(() => {
      const session = this.session.session();
      if (!session) void this.router.navigateByUrl('/anmelden', { replaceUrl: true });
      else if (!session.isLimited && !this.security.codes()) void this.router.navigateByUrl(this.target(), { replaceUrl: true });
    });
  }

  protected async goOn(): Promise<void> {
    await this.session.restore();
    this.security.codes.set(undefined);
  }

  protected leave(): Promise<void> {
    return this.session.signOut();
  }

  private target(): string {
    const target = this.ziel();
    return target?.startsWith('/') && !target.startsWith('//') ? target : '/start';
  }
}
