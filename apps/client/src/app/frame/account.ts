import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, injectText, LanguageSwitch, Popup, ThemeSwitch } from '@lotse/client-kit/ui';
import { CurrentSession, loadDeputyMenu } from '@lotse/identity/client';
import { FrameDialogs } from './frame-dialogs';
import { Leaving } from './leaving';

/** Who one is here, how the pages look, and the way out. */
@Component({
  selector: 'lotse-account',
  imports: [Icon, LanguageSwitch, NgComponentOutlet, Popup, RouterLink, ThemeSwitch],
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
        @if (deputyMenu.hasValue()) {
          <ng-container *ngComponentOutlet="deputyMenu.value()" />
        }
        @if (session.may('deputyship.arrange')) {
          <a class="menu-item" routerLink="/vertretungen"><lotse-icon name="users" />{{ t('frame.place.deputies') }}</a>
        }
        <a class="menu-item" routerLink="/einstellungen"><lotse-icon name="settings" />{{ t('frame.place.settings') }}</a>
        <button type="button" class="menu-item" (click)="dialogs.keys.set(true)">
          <lotse-icon name="keyboard" />{{ t('frame.place.keys') }}
        </button>
        <a class="menu-item" routerLink="/hilfe"><lotse-icon name="life-buoy" />{{ t('frame.place.help') }}</a>
        <a class="menu-item" routerLink="/barrierefreiheit"><lotse-icon name="accessibility" />{{ t('frame.place.accessibility') }}</a>
        <a class="menu-item" routerLink="/lizenzen"><lotse-icon name="scale" />{{ t('frame.place.licences') }}</a>
        <hr />
        <button type="button" class="menu-item" (click)="leaving.run()">
          <lotse-icon name="log-out" />{{ t('frame.account.signOut') }}
        </button>
      </lotse-popup>
    }
  `,
})
export class Account {
  protected readonly t = injectText();
  protected readonly session = inject(CurrentSession);
  protected readonly dialogs = inject(FrameDialogs);
  protected readonly leaving = inject(Leaving);
  protected readonly deputyMenu = resource({
    params: () => (this.session.session()?.deputyships.length ?? 0) > 0 || undefined,
    loader: () => loadDeputyMenu(),
  });

  /** The first letters of the first and last word of the name, without titles. */
  protected readonly initials = computed(() => {
    const words = (this.session.session()?.staff.displayName ?? '')
      .split(/\s+/)
      .filter((word) => !word.endsWith('.') && /^\p{Lu}/u.test(word));
    return `${words.at(0)?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
  });
}
