import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { deputiesTexts } from './deputies-texts';

/** `/vertretungen`, and `/verwaltung/vertretungen` for the whole organisation. */
export const deputiesRoutes: Routes = withTexts('deputies', deputiesTexts, [
  { path: '', loadComponent: () => import('./deputies-page').then((found) => found.DeputiesPage) },
]);
