import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { identityTexts } from '../identity-texts';
import { accessTexts } from './access-texts';

/** `/einladung` and `/neuer-zugang`; what the link carries stands behind `#` and is sent to no server but in a body. */
export const accessRoutes: Routes = withTexts(
  'identity',
  identityTexts,
  withTexts('access', accessTexts, [
    { path: 'einladung', loadComponent: () => import('./invitation-page').then((found) => found.InvitationPage) },
    { path: 'neuer-zugang', loadComponent: () => import('./new-access-page').then((found) => found.NewAccessPage) },
  ]),
);
