import { Component } from '@angular/core';
import { injectText, LanguageSwitch, ThemeSwitch } from '@lotse/client-kit/ui';

/** What stands around the pages before one is in. */
@Component({
  selector: 'lotse-entrance',
  imports: [LanguageSwitch, ThemeSwitch],
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
      <main class="entrance-main"><ng-content /></main>
    </div>
  `,
})
export class Entrance {
  protected readonly t = injectText();
}
