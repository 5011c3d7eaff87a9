import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { identityTexts } from './identity-texts';

/** `/anmelden`. */
export const identityRoutes: Routes = withTexts('identity', identityTexts, [
  { path: '', loadComponent: () => import('./sign-in/sign-in-page').then((found) => found.SignInPage) },
]);
