export { dueIn, targetDaysOf } from './due';
export {
  custodianOf,
  custodians,
  isWithReferrer,
  referralLifecycle,
  type Custodian,
  type ReferralAct,
  type ReferralState,
} from './referral.lifecycle';
export {
  certaintySchema,
  custodianSchema,
  custodySchema,
  emptyContent,
  movedReferralSchema,
  referralContentSchema,
  referralRowSchema,
  referralSchema,
  referralStateSchema,
  referralStepSchema,
  type MovedReferral,
  type Referral,
  type ReferralContent,
  type ReferralRow,
  type ReferralStep,
} from './referral';
export { referralPermissions } from './referral.permissions';
export {
  dueDateInPast,
  emergencyCannotBeSent,
  incomplete,
  notYourTurn,
  releaseDoesNotCover,
  serviceNotAccepting,
  unknownReason,
  unknownService,
  wayForwardMissing,
} from './referral.problems';
export { missingInputs, refusedBySide, refusedByState, refusedSubmission } from './referral.rules';
export { referralMoved, type ReferralMoved } from './referral.events';
export {
  boxSchema,
  countReferrals,
  readReferral,
  readReferralActs,
  readReferrals,
  referralSortSchema,
  type Box,
} from './read-referrals.contract';
export { changeReferral, createReferral, submitReferral } from './write-referral.contract';
export {
  acceptReferral,
  acknowledgeReferral,
  declineReasonSchema,
  declineReferral,
  discardReferral,
  provideInfo,
  requestInfo,
  startTriage,
  withdrawReasonSchema,
  withdrawReferral,
} from './move-referral.contracts';
