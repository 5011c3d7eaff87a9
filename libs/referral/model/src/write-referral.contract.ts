import { endpoint, idSchema, notFound } from '@lotse/kernel';
import { duplicateUnanswered, personUnnamed } from '@lotse/people/model';
import * as z from 'zod';
import { movedReferralSchema, referralContentSchema } from './referral';
import { referralPermissions } from './referral.permissions';
import {
  answersNotFitting,
  emergencyCannotBeSent,
  incomplete,
  previewDiffers,
  releaseDoesNotCover,
  serviceNotAccepting,
  unknownReason,
  unknownService,
} from './referral.problems';

const params = z.strictObject({ id: idSchema });

export const createReferral = endpoint({
  method: 'POST',
  status: 201,
  path: 'referrals',
  summary: 'Begin a referral for a person. A draft may be incomplete.',
  may: referralPermissions.create,
  body: referralContentSchema.partial().extend({ personId: idSchema }),
  response: movedReferralSchema,
  problems: [notFound, unknownService, unknownReason, answersNotFitting],
  touches: 'referral',
});

export const changeReferral = endpoint({
  method: 'PATCH',
  path: 'referrals/:id',
  summary: 'Go on writing a draft.',
  may: referralPermissions.create,
  params,
  body: referralContentSchema.partial(),
  response: movedReferralSchema,
  problems: [notFound, unknownService, unknownReason, answersNotFitting],
  touches: 'referral',
  versioned: true,
});

export const submitReferral = endpoint({
  method: 'POST',
  path: 'referrals/:id/submit',
  summary: 'Send the referral. The clock starts and nothing resets it. Needs a release in force that names the receiver.',
  may: referralPermissions.submit,
  params,
  /** With the fingerprint of a preview, only what was previewed is sent. */
  body: z.strictObject({ fingerprint: z.string().length(64).optional() }),
  response: movedReferralSchema,
  problems: [
    notFound,
    incomplete,
    emergencyCannotBeSent,
    serviceNotAccepting,
    releaseDoesNotCover,
    previewDiffers,
    personUnnamed,
    duplicateUnanswered,
  ],
  touches: 'referral',
  versioned: true,
});
