import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { waitingListTexts } from '../waiting-list-texts';

/** `/auswertung`: the county in pictures. */
export const countyPicturesRoutes: Routes = withTexts('waitingList', waitingListTexts, [
  { path: '', loadComponent: () => import('./county-pictures-page').then((found) => found.CountyPicturesPage) },
]);
