import type { Routes } from '@angular/router';
import { ON_REFERRAL_PAGE, referralRoutes } from '@lotse/referral/client';
import { offersOnReferralPage } from '@lotse/waiting-list/client';

/** `/zuweisungen`, with what other rooms put on the page of a referral. */
export const referralsRoutes: Routes = [
  { path: '', providers: [{ provide: ON_REFERRAL_PAGE, useValue: offersOnReferralPage, multi: true }], children: referralRoutes },
];
