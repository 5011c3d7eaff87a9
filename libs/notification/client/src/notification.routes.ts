import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { notificationTexts } from './notification-texts';

/** `/mitteilungen`: all notices of the own organisation. */
export const notificationRoutes: Routes = withTexts('notification', notificationTexts, [
  { path: '', loadComponent: () => import('./notices-page/notices-page').then((found) => found.NoticesPage) },
]);
