import { calendarDaySchema, idSchema } from '@lotse/kernel';
import * as z from 'zod';
import { move, reasonCode, text } from './move';
import { chaserWays, deathSources, dispositionSchema, riskAssessments } from './outcome';
import { referralPermissions as may } from './referral.permissions';
import {
  appointmentNotYet,
  chasersMissing,
  commentMissing,
  dueDateInPast,
  noOutcomeYet,
  noRiskReviewOpen,
  notDueYet,
  notTheCreator,
  otherSideMustConfirm,
  releaseDoesNotCover,
  reopenTooLate,
  reportOrReason,
  reviewTooFar,
  riskReviewMissing,
  secondPersonNeeded,
  serviceNotAccepting,
  unknownReason,
  unknownService,
  wayForwardMissing,
} from './referral.problems';
import { wayForwardFields } from './way-forward';

const withNote = z.strictObject({ note: text(1000).optional() });
const withReason = z.strictObject({ reason: reasonCode, comment: text(1000).optional() });
const reasonProblems = [unknownReason, commentMissing];

export const proceedWithoutInfo = move(
  'proceed-without-info',
  may.proceedWithoutInfo,
  'Go on although a question is open; it stays visible.',
  z.strictObject({ reason: text(500) }),
);

/** Returns a referral that was accepted. What had been arranged (place, offer, appointment) ends in the same transaction. */
export const handBack = move(
  'hand-back',
  may.handBack,
  'Return an accepted referral to the referrer, with a reason and a way forward. The total clock goes on.',
  z.strictObject({ reason: reasonCode, comment: text(1000).optional(), ...wayForwardFields }),
  [...reasonProblems, wayForwardMissing, riskReviewMissing, secondPersonNeeded],
);

export const suspendReferral = move(
  'suspend',
  may.suspend,
  'Pause offers, at most for 90 days. The total wait is never shortened; on the day a task asks.',
  z.strictObject({ reason: reasonCode, reviewOn: calendarDaySchema, comment: text(1000).optional() }),
  [...reasonProblems, dueDateInPast, reviewTooFar],
);

export const resumeReferral = move('resume', may.resume, 'Offer appointments again; the place is the one that was kept.', withNote);

export const cancelAppointment = move(
  'cancel-appointment',
  may.cancelAppointment,
  'Cancel the appointment, with a reason by whoever cancels. The slot is free again, the clock goes on.',
  z.strictObject({ by: z.enum(['provider', 'person', 'other']), reason: reasonCode, comment: text(1000).optional() }),
  reasonProblems,
);

export const backToList = move('back-to-list', may.backToList, 'Back to the waiting list, at the place that the clock gives.', withNote, [
  riskReviewMissing,
]);

export const recordNoShow = move(
  'no-show',
  may.noShow,
  'The person did not come. Opens a risk review, which has to be done before the referral may be returned or closed.',
  withReason,
  [...reasonProblems, appointmentNotYet],
);

export const attendAppointment = move('attend', may.attend, 'The person came.', withNote);

export const startWithoutAppointment = move(
  'start-without-appointment',
  may.startWithoutAppointment,
  'Care begins without an appointment: walk-in or visit at home.',
  withNote,
);

export const sendInterimNote = move(
  'interim-note',
  may.interimNote,
  'Tell the referrer how it is going.',
  z.strictObject({ note: text(4000) }),
);

/** An outcome always has a report, or says why there is none. */
export const sendOutcome = move(
  'send-outcome',
  may.sendOutcome,
  'Tell the referrer how it ended, with a report or the reason why there is none.',
  z.strictObject({ outcome: reasonCode, report: text(8000).optional(), noReportReason: reasonCode.optional() }),
  [...reasonProblems, reportOrReason, riskReviewMissing],
);

export const acknowledgeOutcome = move(
  'acknowledge-outcome',
  may.acknowledgeOutcome,
  'The referrer has read the outcome and says what follows. The loop is closed.',
  z.strictObject({ disposition: dispositionSchema, note: text(1000).optional() }),
);

export const queryOutcome = move(
  'query-outcome',
  may.queryOutcome,
  'Ask back about the outcome.',
  z.strictObject({ question: text(2000) }),
);

export const closeUnacknowledged = move(
  'close-unacknowledged',
  may.closeUnacknowledged,
  'Close although the referrer never answered: after three reminders and the due date, with a reason.',
  z.strictObject({ reason: text(500) }),
  [chasersMissing, notDueYet],
);

export const requestCancel = move(
  'request-cancel',
  may.requestCancel,
  'Ask to cancel after acceptance. Offers stand still, an appointment stays until it is confirmed.',
  withReason,
  reasonProblems,
);

export const confirmCancel = move('confirm-cancel', may.confirmCancel, 'Confirm that it is cancelled; what was arranged ends.', withNote, [
  riskReviewMissing,
]);

export const refuseCancel = move(
  'refuse-cancel',
  may.refuseCancel,
  'Go on all the same, for example because the person wants to. It is again where it was.',
  z.strictObject({ reason: text(500) }),
);

export const resendReferral = move(
  'resend',
  may.resend,
  'Send a returned referral again, to the same or another service. The clock goes on.',
  z.strictObject({ serviceId: idSchema.optional(), note: text(1000).optional() }),
  [unknownService, serviceNotAccepting, releaseDoesNotCover],
);

export const dnaToCancelled = move(
  'dna-to-cancelled',
  may.dnaToCancelled,
  'A missed appointment turns out to have been cancelled.',
  withNote,
);

export const markError = move(
  'mark-error',
  may.markError,
  'Say that this referral was an error: whoever wrote it before it is received, both sides afterwards.',
  z.strictObject({ reason: text(500) }),
  [notTheCreator, otherSideMustConfirm],
);

export const recordDeath = move(
  'record-death',
  may.recordDeath,
  'The person has died. Everything open of theirs ends.',
  z.strictObject({ source: z.enum(deathSources), note: text(500).optional() }),
);

export const reopenReferral = move(
  'reopen',
  may.reopen,
  'Open a closed referral again, within thirty days.',
  z.strictObject({ reason: text(500) }),
  [reopenTooLate],
);

/** Beside the life: it changes no state, and later acts ask for it. */
export const reviewRisk = move(
  'review-risk',
  may.reviewRisk,
  'Record what came of looking at the risk after a missed appointment.',
  z.strictObject({ assessment: z.enum(riskAssessments), note: text(1000).optional() }),
  [noRiskReviewOpen],
);

export const chaseOutcome = move(
  'chase-outcome',
  may.chaseOutcome,
  'Note that the referrer was reminded of the outcome.',
  z.strictObject({ how: z.enum(chaserWays) }),
  [noOutcomeYet],
);

export const amendOutcome = move(
  'amend-outcome',
  may.amendOutcome,
  'Write a new version of the report, such as an answer to a question. The earlier one stays.',
  z.strictObject({ report: text(8000) }),
  [noOutcomeYet],
);
