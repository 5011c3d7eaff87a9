import type { OnReferralPage } from '@lotse/referral/client';

/** What the page of a referral shows of this room. */
export const offersOnReferralPage: OnReferralPage = {
  permission: 'waitingList.readOffers',
  // On the list, too: what somebody has just answered stays to be read.
  states: ['waitlisted', 'offered', 'booked', 'cancel_requested'],
  load: () => import('./offers-of-referral').then((found) => found.OffersOfReferral),
};
