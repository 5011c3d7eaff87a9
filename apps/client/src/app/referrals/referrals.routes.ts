import type { Routes } from '@angular/router';
import { BESIDE_SERVICE } from '@lotse/directory/client';
import { ON_REFERRAL_PAGE, referralRoutes } from '@lotse/referral/client';
import { freeSlotBesideService, freeSlotsOnReferralPage, offersOnReferralPage } from '@lotse/waiting-list/client';

/** `/zuweisungen`, with what other rooms put on the page of a referral and beside the services one may refer to. */
export const referralsRoutes: Routes = [
  {
    path: '',
    providers: [
      ...[offersOnReferralPage, freeSlotsOnReferralPage].map((useValue) => ({ provide: ON_REFERRAL_PAGE, useValue, multi: true })),
      { provide: BESIDE_SERVICE, useValue: freeSlotBesideService, multi: true },
    ],
    children: referralRoutes,
  },
];
