import { problem } from '@lotse/kernel';

export const incomplete = problem('referral-incomplete', 422, 'Something is still missing before this can be sent.');
export const emergencyCannotBeSent = problem(
  'emergency-cannot-be-sent',
  422,
  'An emergency cannot be sent as a referral. Call 112 or the duty number.',
  'urgency',
);
export const releaseDoesNotCover = problem(
  'release-does-not-cover-recipient',
  422,
  'There is no release in force that names this recipient.',
  'release',
);
export const serviceNotAccepting = problem('service-not-accepting', 422, 'This service takes no referrals through Lotse.', 'serviceId');
export const unknownService = problem('unknown-service', 422, 'This service does not exist in the region.', 'serviceId');
export const unknownReason = problem('unknown-reason', 422, 'This reason is not on the list of the region.', 'reason');
export const notYourTurn = problem('not-your-turn', 403, 'The other side must act now.');
export const dueDateInPast = problem('due-date-in-past', 422, 'The due date must not be in the past.', 'dueOn');
export const wayForwardMissing = problem('way-forward-missing', 422, 'Say how the person gets help instead.', 'wayForward');
export const releaseMissing = problem(
  'release-missing',
  422,
  'There is no release in force that names the organisation this should go to.',
  'serviceId',
);
export const sameService = problem('same-service', 422, 'This service has the referral already.', 'serviceId');
export const redirectToReferrer = problem(
  'redirect-to-referrer',
  422,
  'This service belongs to the organisation that referred. Return the referral instead.',
  'serviceId',
);
export const previewNeedsService = problem(
  'preview-needs-service',
  422,
  'Choose a service first: what is shown depends on who receives it.',
  'serviceId',
);
export const previewDiffers = problem('preview-differs', 409, 'What would be sent is not what was previewed. Look at the preview again.');
export const partThere = problem('part-there', 422, 'This service has another part of the same need already.', 'serviceId');
export const notToSplit = problem('not-to-split', 422, 'In this state no other service can be brought in.');
export const commentMissing = problem('comment-missing', 422, 'This reason needs a comment.', 'comment');
export const riskReviewMissing = problem('risk-review-missing', 422, 'After a missed appointment the risk has to be reviewed first.');
export const appointmentNotYet = problem('appointment-not-yet', 422, 'The appointment has not begun yet.');
export const chasersMissing = problem('chasers-missing', 422, 'Remind the referrer three times before closing without an answer.');
export const notDueYet = problem('not-due-yet', 422, 'The referrer still has time to answer.');
export const reopenTooLate = problem('reopen-too-late', 422, 'After thirty days a new referral is needed.');
export const notTheCreator = problem('not-the-creator', 403, 'Only who wrote it may mark it as an error before it is received.');
export const otherSideMustConfirm = problem('other-side-must-confirm', 403, 'The other side has to confirm the error.');
export const secondPersonNeeded = problem('second-person-needed', 403, 'Somebody else of your organisation has to confirm this.');
export const reviewTooFar = problem('review-too-far', 422, 'Choose a day within the next 90 days.', 'reviewOn');
export const reportOrReason = problem('report-or-reason', 422, 'Write a report, or say why there is none.', 'report');
export const noRiskReviewOpen = problem('no-risk-review-open', 422, 'There is no missed appointment to review.');
export const unknownDeadline = problem('unknown-deadline', 422, 'The county does not have this deadline.', 'code');
export const noOutcomeYet = problem('no-outcome-yet', 422, 'There is no outcome yet.');

export const changedSinceSeen = problem(
  'changed-since-seen',
  409,
  'The referral has changed since you looked at it. Read what has changed first.',
);

/** An answer fits no question of the service, in the version that was answered. */
export const answersNotFitting = problem('answers-not-fitting', 422, 'Some answers do not fit the questions of this service.');
