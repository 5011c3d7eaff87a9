import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { staffTexts } from '../staff/staff-texts';
import { organisationsTexts } from './organisations-texts';

/** `/verwaltung/einrichtungen`: for whoever administers the county. */
export const organisationsRoutes: Routes = withTexts(
  'staff',
  staffTexts,
  withTexts('organisations', organisationsTexts, [
    { path: '', loadComponent: () => import('./organisations-page').then((found) => found.OrganisationsPage) },
  ]),
);

/** `/verwaltung/einrichtung`: for whoever administers an organisation. */
export const ownOrganisationRoutes: Routes = withTexts('organisations', organisationsTexts, [
  { path: '', loadComponent: () => import('./own-organisation-page').then((found) => found.OwnOrganisationPage) },
]);
