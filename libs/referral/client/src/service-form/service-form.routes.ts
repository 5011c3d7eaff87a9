import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { referralTexts } from '../referral-texts';
import { serviceFormTexts } from './service-form-texts';

/** `/verwaltung/angebote`: what the services of one's organisation ask. The preview is the form of a referral, in its own words. */
export const serviceFormRoutes: Routes = withTexts(
  'referral',
  referralTexts,
  withTexts('serviceForm', serviceFormTexts, [
    { path: '', loadComponent: () => import('./service-form-page').then((found) => found.ServiceFormPage) },
  ]),
);
