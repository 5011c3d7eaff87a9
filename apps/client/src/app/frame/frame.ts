import { NgComponentOutlet } from '@angular/common';
import { Component, computed, DestroyRef, inject, linkedSignal, resource, signal, type Signal } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { DemoBanner, Icon, injectText, Keys, LanguageSwitch, Popup, PrintHead } from '@lotse/client-kit/ui';
import { SessionEnd } from '@lotse/client-kit/api';
import { CurrentSession, loadActingBanner } from '@lotse/identity/client';
import { Account } from './account';
import { Connection } from './connection';
import { FrameDialogs } from './frame-dialogs';
import { allPlacesFor, placesFor, splitForPhone } from './places';
import { walkRegions } from './regions';

/** True from the first time on; nothing before. */
const onceTrue = (source: Signal<boolean>) =>
  linkedSignal<boolean, true | undefined>({ source, computation: (now, before) => now || before?.value || undefined });

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

  /** How many tasks wait: beside their place, after the frame. */
  protected readonly taskCount = resource({
    params: () => this.session.may('task.read') || undefined,
    loader: () => import('@lotse/task/client').then((found) => found.TaskCount),
  });

  private readonly sessionEnd = inject(SessionEnd);
  protected readonly actingBanner = resource({
    params: () => !!this.session.session()?.deputyship || this.sessionEnd.deputyshipOver() || undefined,
    loader: () => loadActingBanner(),
  });
  /** What one has opened in an emergency is said on every page; only those who can have opened something wait for it, and after the frame. */
  protected readonly emergency = resource({
    params: () => this.session.may('breakGlass.open') || undefined,
    loader: () => import('@lotse/people/client').then((found) => found.EmergencyBanner),
  });

  protected readonly dialogs = inject(FrameDialogs);
  private readonly paletteWanted = signal(false);
  /** Loaded when they are first opened, and kept. */
  protected readonly palette = resource({
    params: onceTrue(computed(() => this.paletteWanted() || this.dialogs.palette())),
    loader: () => import('../palette/palette').then((found) => found.Palette),
  });
  protected readonly keyHelp = resource({
    params: onceTrue(this.dialogs.keys),
    loader: () => import('../keys/key-help').then((found) => found.KeyHelp),
  });

  constructor() {
    const router = inject(Router);
    const ways = allPlacesFor((permission) => this.session.may(permission)).map(({ letter, path }) => [
      `g ${letter}`,
      () => router.navigateByUrl(path),
    ]);
    const stop = inject(Keys).bind({
      ...(Object.fromEntries(ways) as Record<string, () => unknown>),
      '$mod+K': () => this.dialogs.palette.update((open) => !open),
      '?': () => this.dialogs.keys.set(true),
      F6: () => walkRegions(1),
      'Shift+F6': () => walkRegions(-1),
    });
    inject(DestroyRef).onDestroy(stop);
    // Whoever presses Ctrl+K types on at once: it is there before.
    const soon = setTimeout(() => this.paletteWanted.set(true), 1500);
    inject(DestroyRef).onDestroy(() => clearTimeout(soon));
  }

  /** The address stays what it is: only the focus moves. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('main h1')?.focus();
  }
}
