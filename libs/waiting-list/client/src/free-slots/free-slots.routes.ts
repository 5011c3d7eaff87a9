import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { waitingListTexts } from '../waiting-list-texts';
import { freeSlotsTexts } from './free-slots-texts';

/** `/freie-plaetze`: free slots of the county that fit nobody on their own list. */
export const freeSlotsRoutes: Routes = withTexts(
  'waitingList',
  waitingListTexts,
  withTexts('freeSlots', freeSlotsTexts, [
    { path: ':slot', loadComponent: () => import('./who-would-fit-page').then((found) => found.WhoWouldFitPage) },
    { path: '', loadComponent: () => import('./free-slots-page').then((found) => found.FreeSlotsPage) },
  ]),
);
