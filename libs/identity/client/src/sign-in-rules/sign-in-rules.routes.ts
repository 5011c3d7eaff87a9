import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { identityTexts } from '../identity-texts';
import { signInRulesTexts } from './sign-in-rules-texts';

/** `/verwaltung/anmeldung`. */
export const signInRulesRoutes: Routes = withTexts(
  'identity',
  identityTexts,
  withTexts('sign-in-rules', signInRulesTexts, [
    { path: '', loadComponent: () => import('./sign-in-rules-page').then((found) => found.SignInRulesPage) },
  ]),
);
