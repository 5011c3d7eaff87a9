import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';

/** `/verwaltung/fahrzeiten`: for whoever administers the county. */
export const travelTimesRoutes: Routes = withTexts(
  'travelTimes',
  { de: () => import('./texts/de.json'), en: () => import('./texts/en.json') },
  [{ path: '', loadComponent: () => import('./travel-times-page').then((found) => found.TravelTimesPage) }],
);
