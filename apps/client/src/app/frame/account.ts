import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { apiProblemOf } from '@lotse/client-kit/api';
import { Icon, injectProblemText, injectText, LanguageSwitch, Popup, ThemeSwitch, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';

/** Who one is here, how the pages look, and the way out. */
@Component({
  selector: 'lotse-account',
  imports: [Icon, LanguageSwitch, Popup, ThemeSwitch],
  template: `
    @if (session.session(); as found) {
      <lotse-popup align="end" buttonClass="account-button">
        <ng-container popupButton>
          <span class="avatar" aria-hidden="true">{{ initials() }}</span>
          <span class="visually-hidden">{{ t('frame.account.open', { name: found.staff.displayName }) }}</span>
          <lotse-icon name="chevron-down" [size]="16" />
        </ng-container>
        <div class="account">
          <p class="account-name">{{ found.staff.displayName }}</p>
          <p class="muted">{{ found.organisation.name }}</p>
          <p class="muted">{{ found.region.name }}</p>
        </div>
        <div class="account-settings">
          <span class="account-label">{{ t('kit.theme.label') }}</span>
          <lotse-theme-switch />
          <span class="account-label">{{ t('kit.language') }}</span>
          <lotse-language-switch />
        </div>
        <hr />
        <button type="button" class="menu-item" (click)="leave()"><lotse-icon name="log-out" />{{ t('frame.account.signOut') }}</button>
      </lotse-popup>
    }
  `,
})
export class Account {
  protected readonly t = injectText();
  protected readonly session = inject(CurrentSession);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly problemText = injectProblemText();

  /** The first letters of the first and last word of the name, without titles. */
  protected readonly initials = computed(() => {
    const words = (this.session.session()?.staff.displayName ?? '')
      .split(/\s+/)
      .filter((word) => !word.endsWith('.') && /^\p{Lu}/u.test(word));
    return `${words.at(0)?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
  });

  protected async leave(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/anmelden');
    } catch (thrown) {
      this.toasts.show(this.problemText(apiProblemOf(thrown)));
    }
  }
}
