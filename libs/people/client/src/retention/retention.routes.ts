import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { retentionTexts } from './retention-texts';

/** `/verwaltung/aufbewahrung`. */
export const retentionRoutes: Routes = withTexts('retention', retentionTexts, [
  { path: '', loadComponent: () => import('./retention-page').then((found) => found.RetentionPage) },
]);
