import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { identityTexts } from '@lotse/identity/client';
import { referralTexts } from '../referral-texts';
import { receiverLinksTexts } from './receiver-links-texts';

/** `/einmal-link`: for whoever has no account. What the link carries stands behind `#` and is sent in a body only. */
export const receiverLinkRoutes: Routes = withTexts(
  'identity',
  identityTexts,
  // What a referral says is said in the same words as to those with an account.
  withTexts(
    'referral',
    referralTexts,
    withTexts('receiverLinks', receiverLinksTexts, [
      { path: '', loadComponent: () => import('./receiver-link-page').then((found) => found.ReceiverLinkPage) },
    ]),
  ),
);
