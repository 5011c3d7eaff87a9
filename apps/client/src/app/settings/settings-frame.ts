import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { injectText } from '@lotse/client-kit/ui';

/** The two sides of the settings: how Lotse looks, and how one gets in. */
@Component({
  selector: 'lotse-settings-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <nav class="settings-tabs no-print" [attr.aria-label]="t('settings.pages')">
      <ul class="tabs">
        <li>
          <a
            class="tab"
            routerLink="/einstellungen"
            routerLinkActive
            [routerLinkActiveOptions]="{ exact: true }"
            ariaCurrentWhenActive="page"
          >
            {{ t('settings.tab.look') }}
          </a>
        </li>
        <li>
          <a class="tab" routerLink="/einstellungen/anmeldung" routerLinkActive ariaCurrentWhenActive="page">{{
            t('settings.tab.signIn')
          }}</a>
        </li>
      </ul>
    </nav>
    <router-outlet />
  `,
  styles: `
    .settings-tabs {
      margin-block-end: var(--space-5);
    }
  `,
})
export class SettingsFrame {
  protected readonly t = injectText();
}
