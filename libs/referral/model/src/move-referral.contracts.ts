import { calendarDaySchema, idSchema } from '@lotse/kernel';
import * as z from 'zod';
import { move, nothing, reasonCode, text } from './move';
import { askedSchema } from './question.contracts';
import { referralPermissions } from './referral.permissions';
import { wayForwardFields } from './way-forward';
import {
  commentMissing,
  dueDateInPast,
  redirectToReferrer,
  releaseMissing,
  riskReviewMissing,
  sameService,
  secondPersonNeeded,
  serviceNotAccepting,
  unknownReason,
  unknownService,
  wayForwardMissing,
} from './referral.problems';
import { undoNotPossible, undoNotYours, undoOvertaken, undoTooLate } from './undo.rules';

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

export const declineReferral = move(
  'decline',
  referralPermissions.decline,
  'Return the referral to the referrer, with a reason and a way forward for the person. It stays open until the referrer acts.',
  z.strictObject({ reason: reasonCode, comment: text(1000).optional(), ...wayForwardFields }),
  [wayForwardMissing, unknownReason, commentMissing, secondPersonNeeded],
);

export const withdrawReferral = move(
  'withdraw',
  referralPermissions.withdraw,
  'Take the referral back before it was accepted.',
  z.strictObject({ reason: reasonCode, comment: text(1000).optional() }),
  [unknownReason, commentMissing],
);

export const redirectReferral = move(
  'redirect',
  referralPermissions.redirect,
  'Hand the referral on to another service. The clock goes on. Needs a release in force that names the receiver.',
  z.strictObject({ serviceId: idSchema, reason: reasonCode, note: text(1000).optional() }),
  [unknownReason, commentMissing, unknownService, serviceNotAccepting, sameService, redirectToReferrer, releaseMissing, riskReviewMissing],
);

/** Takes back the last step. It is no act of the life but a correction of one: everything is as it was before, and the history says so. */
export const undoMove = move(
  'undo',
  referralPermissions.undo,
  'Take back the last step of triage within a day, as long as nothing else has happened. The history keeps both.',
  nothing,
  [undoNotYours, undoNotPossible, undoOvertaken, undoTooLate],
);
