import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { keysTexts } from '../keys/keys-texts';
import { AboutFrame } from './about-frame';
import { aboutTexts } from './about-texts';

/** Pages about Lotse itself; everybody reads them, signed in or not. */
export const aboutRoutes: Routes = [
  {
    path: '',
    component: AboutFrame,
    children: withTexts('about', aboutTexts, [
      { path: 'barrierefreiheit', loadComponent: () => import('./accessibility-page').then((found) => found.AccessibilityPage) },
      ...withTexts('keys', keysTexts, [{ path: 'hilfe', loadComponent: () => import('./help-page').then((found) => found.HelpPage) }]),
      { path: 'lizenzen', loadComponent: () => import('./licences-page').then((found) => found.LicencesPage) },
    ]),
  },
];
