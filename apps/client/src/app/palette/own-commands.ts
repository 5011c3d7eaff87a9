import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { injectText, PageCommands, Preferences, themes } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { FrameDialogs } from '../frame/frame-dialogs';
import { allPlacesFor } from '../frame/places';
import { Leaving } from '../frame/leaving';
import type { Entry } from './entry';
import { RecentPages } from './recent-pages';

/** What the palette lists without asking the server. Call it in an injection context; each answers the entries of the moment. */
export function ownCommands() {
  const [t, router, session] = [injectText(), inject(Router), inject(CurrentSession)];
  const [preferences, dialogs, leaving] = [inject(Preferences), inject(FrameDialogs), inject(Leaving)];
  const [pageCommands, recentPages] = [inject(PageCommands), inject(RecentPages)];
  const go = (path: string) => void router.navigateByUrl(path);

  return {
    recent: (): Entry[] =>
      recentPages.all().map(({ path, title }) => ({ id: `recent-${path}`, label: title, icon: 'rotate-ccw-clock', run: () => go(path) })),

    ofThePage: (): Entry[] =>
      pageCommands.all().map(({ id, label, hint, icon, letter, run }) => ({
        id: `act-${id}`,
        label,
        hint,
        icon: icon ?? 'zap',
        keys: letter && preferences.singleKeys() ? [letter] : undefined,
        run,
      })),

    places: (): Entry[] =>
      allPlacesFor((permission) => session.may(permission)).map(({ path, label, icon, letter }) => ({
        id: `place-${path}`,
        label: t(label),
        icon,
        keys: preferences.singleKeys() ? ['g', letter] : undefined,
        run: () => go(path),
      })),

    others: (): Entry[] => [
      ...(session.may('referral.create')
        ? [{ id: 'new-referral', label: t('palette.command.newReferral'), icon: 'plus' as const, run: () => go('/zuweisungen/neu') }]
        : []),
      ...(session.may('advice.ask')
        ? [{ id: 'new-enquiry', label: t('palette.command.newEnquiry'), icon: 'message-circle' as const, run: () => go('/anfragen/neu') }]
        : []),
      { id: 'keys', label: t('palette.command.keys'), icon: 'keyboard', keys: ['?'], run: () => dialogs.keys.set(true) },
      ...themes
        .filter((theme) => theme !== preferences.theme())
        .map((theme): Entry => ({
          id: `theme-${theme}`,
          label: t(`palette.command.theme.${theme}`),
          icon: 'sun-moon',
          run: () => preferences.change({ theme }),
        })),
      {
        id: 'language',
        label: t('palette.command.language'),
        icon: 'languages',
        run: () => preferences.change({ language: preferences.language() === 'de' ? 'en' : 'de' }),
      },
      { id: 'accessibility', label: t('frame.place.accessibility'), icon: 'accessibility', run: () => go('/barrierefreiheit') },
      { id: 'sign-out', label: t('frame.account.signOut'), icon: 'log-out', run: () => void leaving.run() },
    ],
  };
}
