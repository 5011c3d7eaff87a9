import { calendarDaySchema, endpoint, idSchema, invalidState, notFound, type Endpoint, type Permission } from '@lotse/kernel';
import * as z from 'zod';
import { askedSchema } from './question.contracts';
import { movedReferralSchema } from './referral';
import { referralPermissions } from './referral.permissions';
import {
  dueDateInPast,
  notYourTurn,
  onWaitingList,
  redirectToReferrer,
  releaseMissing,
  sameService,
  serviceNotAccepting,
  unknownService,
  wayForwardMissing,
} from './referral.problems';
import { undoNotPossible, undoNotYours, undoOvertaken, undoTooLate } from './undo.rules';

const params = z.strictObject({ id: idSchema });
const nothing = z.strictObject({});
const text = (longest: number) => z.string().trim().min(1, { error: 'required' }).max(longest);

/** What all moves of a referral have in common: addressed by id, guarded by the version that was looked at. */
const move = <const Path extends string, Body extends z.ZodType>(
  path: Path,
  may: Permission,
  summary: string,
  body: Body,
  problems: Endpoint['problems'] = [],
) =>
  endpoint({
    method: 'POST',
    path: `referrals/:id/${path}` as const,
    summary,
    may,
    params,
    body,
    response: movedReferralSchema,
    problems: [notFound, invalidState, notYourTurn, ...problems],
    touches: 'referral',
    versioned: true,
  });

export const discardReferral = move(
  'discard',
  referralPermissions.discard,
  'Give up a draft; it stays in the history.',
  z.strictObject({ reason: text(200).optional() }),
);

export const acknowledgeReferral = move(
  'acknowledge',
  referralPermissions.acknowledge,
  'Confirm receipt; the referrer sees when.',
  nothing,
);

export const startTriage = move('start-triage', referralPermissions.startTriage, 'Take the referral into triage.', nothing);

export const requestInfo = move(
  'request-info',
  referralPermissions.requestInfo,
  'Ask the referrer back, with a due date. The total clock goes on.',
  // One text, or several points; one text is one point.
  z.union([z.strictObject({ question: text(1000), dueOn: calendarDaySchema }), askedSchema]),
  [dueDateInPast],
);

export const provideInfo = move(
  'provide-info',
  referralPermissions.provideInfo,
  'Answer the open question.',
  z.strictObject({ answer: text(2000) }),
);

export const acceptReferral = move(
  'accept',
  referralPermissions.accept,
  'Take responsibility for the person’s care.',
  z.strictObject({ note: text(500).optional() }),
);

/** Coded reasons for returning a referral; `other` needs a comment. */
export const declineReasonSchema = z.enum([
  'not_eligible',
  'wrong_service',
  'prerequisites_missing',
  'more_info_needed',
  'not_required',
  'no_capacity',
  'out_of_area',
  'needs_higher_level',
  'duplicate',
  'person_declined',
  'could_not_contact',
  'advice_given',
  'other',
]);

export const declineReferral = move(
  'decline',
  referralPermissions.decline,
  'Return the referral to the referrer, with a reason and a way forward for the person. It stays open until the referrer acts.',
  z.strictObject({ reason: declineReasonSchema, comment: text(1000).optional(), wayForward: text(1000) }),
  [wayForwardMissing],
);

export const withdrawReasonSchema = z.enum([
  'no_longer_needed',
  'recovered',
  'went_elsewhere',
  'booked_outside',
  'moved',
  'refused',
  'other',
]);

export const withdrawReferral = move(
  'withdraw',
  referralPermissions.withdraw,
  'Take the referral back before it was accepted.',
  z.strictObject({ reason: withdrawReasonSchema, comment: text(1000).optional() }),
);

/** Coded reasons for handing a referral on; `other` needs a note. */
export const redirectReasonSchema = z.enum([
  'more_appropriate_service',
  'specialty',
  'age',
  'gender',
  'confidentiality',
  'priority',
  'staff_absence',
  'other',
]);

export const redirectReferral = move(
  'redirect',
  referralPermissions.redirect,
  'Hand the referral on to another service. The clock goes on. Needs a release in force that names the receiver.',
  z
    .strictObject({ serviceId: idSchema, reason: redirectReasonSchema, note: text(1000).optional() })
    .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
      path: ['note'],
      error: 'required',
      params: { code: 'required' },
    }),
  [unknownService, serviceNotAccepting, sameService, redirectToReferrer, releaseMissing, onWaitingList],
);

/** Takes back the last step. It is no act of the life but a correction of one: everything is as it was before, and the history says so. */
export const undoMove = move(
  'undo',
  referralPermissions.undo,
  'Take back the last step of triage within a day, as long as nothing else has happened. The history keeps both.',
  nothing,
  [undoNotYours, undoNotPossible, undoOvertaken, undoTooLate],
);
