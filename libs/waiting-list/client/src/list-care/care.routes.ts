import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { waitingListTexts } from '../waiting-list-texts';
import { careTexts } from './care-texts';

const page = () => import('./care-page').then((found) => found.CarePage);

/** `/warteliste/pruefung`: rounds of the own lists, one of them, what waits for a decision, and what one was asked. */
export const careRoutes: Routes = withTexts(
  'waitingList',
  waitingListTexts,
  withTexts('listCare', careTexts, [
    { path: '', loadComponent: page },
    { path: ':view', loadComponent: page },
  ]),
);
