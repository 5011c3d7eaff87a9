import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { waitingListTexts } from '../waiting-list-texts';
import { dayTexts } from './day-texts';

/** `/termine/heute`: who comes today, and what became of it. */
export const dayRoutes: Routes = withTexts(
  'waitingList',
  waitingListTexts,
  withTexts('appointmentDay', dayTexts, [{ path: '', loadComponent: () => import('./day-page').then((found) => found.DayPage) }]),
);
