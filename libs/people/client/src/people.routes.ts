import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { accessesTexts } from './accesses/accesses-texts';
import { peopleTexts } from './people-texts';

/** `/personen/:id`: one person. There is no list of everybody: one comes from a referral or from the search. */
export const peopleRoutes: Routes = withTexts('people', peopleTexts, [
  {
    path: ':id/zugriffe',
    children: withTexts('accesses', accessesTexts, [
      { path: '', loadComponent: () => import('./accesses/accesses-page').then((found) => found.AccessesPage) },
    ]),
  },
  { path: ':id', loadComponent: () => import('./person-page/person-page').then((found) => found.PersonPage) },
]);
