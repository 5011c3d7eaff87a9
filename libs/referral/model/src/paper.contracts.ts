import {
  calendarDayOf,
  calendarDaySchema,
  endpoint,
  idSchema,
  invalidState,
  millisecondsPerDay,
  notFound,
  problem,
  type Problem,
} from '@lotse/kernel';
import { releaseFormSchema } from '@lotse/people/model';
import * as z from 'zod';
import { movedReferralSchema, referralContentSchema } from './referral';
import { referralPermissions } from './referral.permissions';
import { cameBySchema } from './came-by';
import { emergencyCannotBeSent, incomplete, notYourTurn, unknownReason, unknownService } from './referral.problems';

export const receivedLater = problem('received-later', 422, 'It cannot have been received later than now.', 'receivedAt');
export const receivedLongAgo = problem('received-long-ago', 422, 'Something that came more than a year ago is entered anew.', 'receivedAt');
export const unknownSender = problem(
  'unknown-sender',
  422,
  'This is no organisation without an account in the county.',
  'senderOrganisationId',
);
export const releaseLater = problem('release-later', 422, 'A release cannot have been given later than today.', 'release.givenOn');
export const notOnPaper = problem('not-on-paper', 422, 'The sender has an account and speaks for itself.');

/** What the paper says about the release: it is kept as it stands there. */
const releaseOnPaperSchema = z.strictObject({
  names: z.string().trim().max(300).nullable(),
  form: releaseFormSchema,
  givenOn: calendarDaySchema,
  /** Whether whoever enters it has seen the document. */
  seen: z.boolean(),
});

export const enterPaperReferral = endpoint({
  method: 'POST',
  status: 201,
  path: 'paper-referrals',
  summary:
    'Enter a referral that came by fax, e-mail, phone or post from somebody without an account. Its clock starts when it was received.',
  may: referralPermissions.enterPaper,
  body: referralContentSchema.partial().extend({
    personId: idSchema,
    senderOrganisationId: idSchema,
    senderName: z.string().trim().max(120).nullable().optional(),
    cameBy: cameBySchema,
    receivedAt: z.iso.datetime({ offset: true }),
    release: releaseOnPaperSchema.nullable(),
  }),
  response: movedReferralSchema,
  problems: [
    notFound,
    incomplete,
    emergencyCannotBeSent,
    unknownService,
    unknownReason,
    receivedLater,
    receivedLongAgo,
    unknownSender,
    releaseLater,
  ],
  touches: 'referral',
});

/** What a sender without an account may let others write down. */
export const actsOfSenderOnPaper = ['provide_info', 'withdraw', 'acknowledge_outcome'] as const;

export const recordForSender = endpoint({
  method: 'POST',
  path: 'referrals/:id/record-for-sender',
  summary: 'Write down what a sender without an account has said, with who said it and how it came.',
  may: referralPermissions.recordForSender,
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({
    act: z.enum(actsOfSenderOnPaper),
    saidBy: z.string().trim().min(1, { error: 'required' }).max(120),
    through: cameBySchema,
    text: z.string().trim().min(1, { error: 'required' }).max(2000),
  }),
  response: movedReferralSchema,
  problems: [notFound, invalidState, notYourTurn, notOnPaper],
  touches: 'referral',
  versioned: true,
});

const year = 365 * millisecondsPerDay;

/** Why a paper cannot have come like that. */
export function refusedPaper(
  { receivedAt, release }: { receivedAt: string; release: { givenOn: string } | null },
  now: Date,
): Problem | undefined {
  const at = new Date(receivedAt);
  if (at > now) return receivedLater();
  if (now.getTime() - at.getTime() > year) return receivedLongAgo();
  if (release && release.givenOn > calendarDayOf(now)) return releaseLater();
  return undefined;
}
