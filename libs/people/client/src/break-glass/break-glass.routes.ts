import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { breakGlassTexts } from './break-glass-texts';

/** `/notfall`: opening somebody's data in an emergency, and looking at it. */
export const emergencyRoutes: Routes = withTexts('breakGlass', breakGlassTexts, [
  { path: '', loadComponent: () => import('./open/emergency-page').then((found) => found.EmergencyPage) },
  { path: ':id', loadComponent: () => import('./view/emergency-view-page').then((found) => found.EmergencyViewPage) },
]);

/** `/verwaltung/pruefungen`. */
export const reviewRoutes: Routes = withTexts('breakGlass', breakGlassTexts, [
  { path: '', loadComponent: () => import('./reviews/reviews-page').then((found) => found.ReviewsPage) },
]);
