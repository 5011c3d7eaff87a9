import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { DemoBanner, Icon, injectText, LanguageSwitch, Popup, PrintHead } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { Account } from './account';
import { Connection } from './connection';
import { placesFor, splitForPhone } from './places';
import { SearchBox } from './search-box';

/** What stands around every page: where one can go, search, who one is; on a phone the places are at the bottom. */
@Component({
  selector: 'lotse-frame',
  imports: [
    Account,
    Connection,
    DemoBanner,
    Icon,
    LanguageSwitch,
    NgComponentOutlet,
    Popup,
    PrintHead,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SearchBox,
  ],
  templateUrl: './frame.html',
})
export class Frame {
  protected readonly t = injectText();
  protected readonly session = inject(CurrentSession);
  protected readonly places = computed(() => placesFor((permission) => this.session.may(permission)));
  protected readonly phone = computed(() => splitForPhone(this.places()));
  /** The bell comes after the frame: nobody waits for it. */
  protected readonly bell = resource({ loader: () => import('@lotse/notification/client').then((found) => found.NoticeBell) });

  /** The address stays what it is: only the focus moves. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('main h1')?.focus();
  }
}
