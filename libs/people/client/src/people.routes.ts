import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { peopleTexts } from './people-texts';

/** `/personen/:id`: one person. There is no list of everybody: one comes from a referral or from the search. */
export const peopleRoutes: Routes = withTexts('people', peopleTexts, [
  { path: ':id', loadComponent: () => import('./person-page/person-page').then((found) => found.PersonPage) },
]);
