import { endpoint, permissions } from '@lotse/kernel';
import { movedReferralSchema, startTriage } from '@lotse/referral/model';
import * as z from 'zod';

/**
 * The act `waitlist` of a referral's life. The waiting list serves it and knows referrals, not the other way round; what a referral knows of it
 * is the name of the act and the form that all its moves have.
 */
export const waitlistReferral = endpoint({
  method: 'POST',
  path: 'referrals/:id/waitlist',
  summary: 'Put the person of an accepted referral on the waiting list of its service.',
  may: permissions('waitingList', 'join').join,
  params: startTriage.params,
  body: z.strictObject({ note: z.string().trim().max(500).optional() }),
  response: movedReferralSchema,
  touches: 'referral',
  versioned: true,
});
