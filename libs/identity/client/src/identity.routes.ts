import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { identityTexts } from './identity-texts';
import { securityTexts } from './security/security-texts';

/** `/anmelden`, and `/anmelden/absichern` for whoever must set up a second factor first. */
export const identityRoutes: Routes = withTexts('identity', identityTexts, [
  { path: '', loadComponent: () => import('./sign-in/sign-in-page').then((found) => found.SignInPage) },
  ...withTexts('security', securityTexts, [
    { path: 'absichern', loadComponent: () => import('./security/safeguard-page').then((found) => found.SafeguardPage) },
  ]),
]);

/** `/einstellungen/anmeldung`. */
export const securityRoutes: Routes = withTexts('security', securityTexts, [
  { path: '', loadComponent: () => import('./security/security-page').then((found) => found.SecurityPage) },
]);
