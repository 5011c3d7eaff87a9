import { Component, inject } from '@angular/core';
import { injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { ConfirmPassword } from './confirm-password';
import { OwnSecurity } from './own-security';
import { PasskeysSection } from './passkeys-section';
import { PasswordSection } from './password-section';
import { RecoveryCodesPanel } from './recovery-codes-panel';
import { SecondFactorSection } from './second-factor-section';
import { SessionsSection } from './sessions-section';

/** `/einstellungen/anmeldung`: how one signs in, and where one is signed in. */
@Component({
  selector: 'lotse-security-page',
  imports: [
    ConfirmPassword,
    Loaded,
    Page,
    PasskeysSection,
    PasswordSection,
    RecoveryCodesPanel,
    SecondFactorSection,
    SessionsSection,
    State,
  ],
  providers: [OwnSecurity],
  template: `
    <lotse-page [title]="t('security.title')" [lead]="t('security.lead')" width="narrow">
      @if (security.codes(); as codes) {
        <lotse-recovery-codes-panel [codes]="codes" (kept)="security.codes.set(undefined)" />
      }
      <div [class.no-print]="security.codes()">
        <lotse-state [of]="security.own">
          <ng-template [lotseLoaded]="security.own" let-own>
            <div class="form">
              <section class="form-section" aria-labelledby="security-passkeys">
                <h2 id="security-passkeys">{{ t('security.passkey.heading') }}</h2>
                <p class="muted">{{ t('security.passkey.lead') }}</p>
                <lotse-passkeys-section [own]="own" />
              </section>
              <section class="form-section" aria-labelledby="security-second-factor">
                <h2 id="security-second-factor">{{ t('security.app.section') }}</h2>
                <p class="muted">{{ t(own.secondFactorRequired ? 'security.app.required' : 'security.app.lead') }}</p>
                <lotse-second-factor-section [own]="own" />
              </section>
              @if (own.hasPassword) {
                <section class="form-section" aria-labelledby="security-password">
                  <h2 id="security-password">{{ t('security.password.heading') }}</h2>
                  <lotse-password-section />
                </section>
              }
              @if (own.linkedAccounts.length > 0) {
                <section class="form-section" aria-labelledby="security-accounts">
                  <h2 id="security-accounts">{{ t('security.account.heading') }}</h2>
                  <ul class="rows">
                    @for (account of own.linkedAccounts; track account.id) {
                      <li class="row">{{ t('security.account.linked', { issuer: account.issuer }) }}</li>
                    }
                  </ul>
                </section>
              }
              <section class="form-section" aria-labelledby="security-sessions">
                <h2 id="security-sessions">{{ t('security.session.heading') }}</h2>
                <p class="muted">{{ t('security.session.lead') }}</p>
                <lotse-sessions-section />
              </section>
            </div>
          </ng-template>
        </lotse-state>
      </div>
    </lotse-page>
    <lotse-confirm-password />
  `,
})
export class SecurityPage {
  protected readonly t = injectText();
  protected readonly security = inject(OwnSecurity);
}
