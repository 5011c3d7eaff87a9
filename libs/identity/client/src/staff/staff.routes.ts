import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { identityTexts } from '../identity-texts';
import { staffTexts } from './staff-texts';

/** `/verwaltung/nutzer`. */
export const staffRoutes: Routes = withTexts(
  'identity',
  identityTexts,
  withTexts('staff', staffTexts, [{ path: '', loadComponent: () => import('./staff-page/staff-page').then((found) => found.StaffPage) }]),
);
