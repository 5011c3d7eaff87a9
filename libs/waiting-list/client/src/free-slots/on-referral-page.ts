import type { OnReferralPage } from '@lotse/referral/client';

/** Before somebody is on the list: the free slots of the service they were referred to. */
export const freeSlotsOnReferralPage: OnReferralPage = {
  permission: 'freeSlot.read',
  states: ['requested', 'received', 'in_triage', 'accepted'],
  load: () => import('./free-slots-of-referral').then((found) => found.FreeSlotsOfReferral),
};
