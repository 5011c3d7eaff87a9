import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { waitingListTexts } from './waiting-list-texts';

/** `/warteliste`: who waits, in order, and why. */
export const waitingListRoutes: Routes = withTexts('waitingList', waitingListTexts, [
  { path: 'bilder', loadComponent: () => import('./pictures/waiting-pictures-page').then((found) => found.WaitingPicturesPage) },
  { path: ':id', loadComponent: () => import('./waiting-entry/entry-page').then((found) => found.EntryPage) },
  { path: '', loadComponent: () => import('./waiting-list-page/waiting-list-page').then((found) => found.WaitingListPage) },
]);

/** `/angebote`: slot offers, running and ended. */
export const offerRoutes: Routes = withTexts('waitingList', waitingListTexts, [
  { path: '', loadComponent: () => import('./offers/offers-page').then((found) => found.OffersPage) },
]);

/** `/termine/:slot/anbieten`: who fits a slot. */
export const offerSlotRoutes: Routes = withTexts('waitingList', waitingListTexts, [
  { path: '', loadComponent: () => import('./offer-slot/offer-slot-page').then((found) => found.OfferSlotPage) },
]);
