import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { Texts, type Text, type TextLoaders } from './texts';

/** The translating function for a component: `protected readonly t = injectText();` and `{{ t('referral.send') }}`. */
export function injectText(): Text;
/** The same for a component that no route leads to: brings the texts of its room along. */
export function injectText(room: string, loaders: TextLoaders): Text;
export function injectText(room?: string, loaders?: TextLoaders): Text {
  const texts = inject(Texts);
  if (room !== undefined && loaders !== undefined) void texts.register(room, loaders);
  return texts.of;
}

/** Routes whose pages need the texts of a room: they are there before the first page is drawn. */
export function withTexts(room: string, loaders: TextLoaders, routes: Routes): Routes {
  const loadTexts = () =>
    inject(Texts)
      .register(room, loaders)
      .then(() => true);
  return [{ path: '', canActivate: [loadTexts], data: { texts: loaders }, children: routes }];
}
