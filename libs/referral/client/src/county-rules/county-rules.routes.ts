import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { countyRulesTexts } from './county-rules-texts';

/** `/verwaltung/fristen`: for whoever administers the county. */
export const deadlineRulesRoutes: Routes = withTexts('countyRules', countyRulesTexts, [
  { path: '', loadComponent: () => import('./deadline-rules-page').then((found) => found.DeadlineRulesPage) },
]);

/** `/verwaltung/gruende`. */
export const reasonRulesRoutes: Routes = withTexts('countyRules', countyRulesTexts, [
  { path: '', loadComponent: () => import('./reason-rules-page').then((found) => found.ReasonRulesPage) },
]);
