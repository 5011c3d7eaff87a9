import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { countyRulesTexts } from '@lotse/referral/client';
import { rankRulesTexts } from './rank-rules-texts';

/** `/verwaltung/reihenfolge`: by which rule waiting lists are ordered. */
export const rankRulesRoutes: Routes = withTexts(
  'countyRules',
  countyRulesTexts,
  withTexts('rankRules', rankRulesTexts, [
    { path: '', loadComponent: () => import('./rank-rules-page').then((found) => found.RankRulesPage) },
  ]),
);
