import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { identityTexts } from '@lotse/identity/client';
import { receiverLinksTexts } from './receiver-links-texts';

/** `/einmal-link`: for whoever has no account. What the link carries stands behind `#` and is sent in a body only. */
export const receiverLinkRoutes: Routes = withTexts(
  'identity',
  identityTexts,
  withTexts('receiverLinks', receiverLinksTexts, [
    { path: '', loadComponent: () => import('./receiver-link-page').then((found) => found.ReceiverLinkPage) },
  ]),
);
