import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { countyRulesTexts } from '@lotse/referral/client';
import { offeringRulesTexts } from './offering-rules-texts';

/** `/verwaltung/haltezeiten`: how slots are offered in the county. */
export const offeringRulesRoutes: Routes = withTexts(
  'countyRules',
  countyRulesTexts,
  withTexts('offeringRules', offeringRulesTexts, [
    { path: '', loadComponent: () => import('./offering-rules-page').then((found) => found.OfferingRulesPage) },
  ]),
);
