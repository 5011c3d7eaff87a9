import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Route, type Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import {
  CurrentSession,
  deputiesRoutes,
  onlyWith,
  organisationsRoutes,
  ownOrganisationRoutes,
  signInRulesRoutes,
  staffRoutes,
} from '@lotse/identity/client';
import { AdministrationFrame } from './administration-frame';
import { administrationPages, pagesFor } from './administration-pages';
import { administrationTexts } from './administration-texts';

/** A page of `administrationPages`, open to whoever may see it. */
const page = (path: string, children: Pick<Route, 'children' | 'loadChildren'>): Route => ({
  path,
  canActivate: [onlyWith(...administrationPages.find((known) => known.path === path)!.permissions)],
  ...children,
});

/** The bare address leads to the first page that one may see. */
const toFirstPage: CanActivateFn = () => {
  const session = inject(CurrentSession);
  const [first] = pagesFor((permission) => session.may(permission));
  return inject(Router).createUrlTree(first ? ['/verwaltung', first.path] : ['/start']);
};

/** `/verwaltung`: the pages come from the domains; each stands in `administrationPages` as well. */
export const administrationRoutes: Routes = withTexts('administration', administrationTexts, [
  {
    path: '',
    component: AdministrationFrame,
    children: [
      { path: '', pathMatch: 'full', canActivate: [toFirstPage], children: [] },
      page('nutzer', { children: staffRoutes }),
      page('anmeldung', { children: signInRulesRoutes }),
      page('angebote', { loadChildren: () => import('@lotse/referral/client').then((found) => found.serviceFormRoutes) }),
      page('fristen', { loadChildren: () => import('@lotse/referral/client').then((found) => found.deadlineRulesRoutes) }),
      page('gruende', { loadChildren: () => import('@lotse/referral/client').then((found) => found.reasonRulesRoutes) }),
      page('reihenfolge', { loadChildren: () => import('@lotse/waiting-list/client').then((found) => found.rankRulesRoutes) }),
      page('haltezeiten', { loadChildren: () => import('@lotse/waiting-list/client').then((found) => found.offeringRulesRoutes) }),
      page('fahrzeiten', { loadChildren: () => import('@lotse/waiting-list/client').then((found) => found.travelTimesRoutes) }),
      page('vorlagen', { loadChildren: () => import('@lotse/referral/client').then((found) => found.letterTemplatesRoutes) }),
      page('protokoll', { loadChildren: () => import('@lotse/chronicle/client').then((found) => found.chronicleRoutes) }),
      page('pruefungen', { loadChildren: () => import('@lotse/people/client').then((found) => found.reviewRoutes) }),
      page('aufbewahrung', { loadChildren: () => import('@lotse/people/client').then((found) => found.retentionRoutes) }),
      page('vertretungen', { children: deputiesRoutes }),
      page('einrichtung', { children: ownOrganisationRoutes }),
      page('einrichtungen', { children: organisationsRoutes }),
    ],
  },
]);
