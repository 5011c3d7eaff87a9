import { Component, inject } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { injectText, LanguageSwitch, ThemeSwitch } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { Frame } from '../frame/frame';

/** The frame of everybody who is signed in; a plain head for everybody else. */
@Component({
  selector: 'lotse-about-frame',
  imports: [Frame, LanguageSwitch, RouterLink, RouterOutlet, ThemeSwitch],
  template: `
    @if (session.session()) {
      <lotse-frame />
    } @else {
      <header class="about-head">
        <a class="brand" routerLink="/anmelden"><span class="brand-mark" aria-hidden="true"></span>Lotse</a>
        <div class="cluster">
          <lotse-language-switch /><lotse-theme-switch class="not-on-phone" />
          <a class="button" routerLink="/anmelden">{{ t('frame.signIn') }}</a>
        </div>
      </header>
      <main id="content" class="content"><router-outlet /></main>
    }
  `,
})
export class AboutFrame {
  protected readonly t = injectText();
  protected readonly session = inject(CurrentSession);
}
