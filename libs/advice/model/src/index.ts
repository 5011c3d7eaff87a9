export {
  adviceCustodianOf,
  adviceCustodians,
  adviceLifecycle,
  sideOfAdviceAct,
  type AdviceAct,
  type AdviceCustodian,
  type AdviceState,
} from './advice.lifecycle';
export {
  adviceNeedsRelease,
  adviceNotYourTurn,
  answerByInPast,
  answerIncomplete,
  looksLikeAPerson,
  ownService,
  personToConvert,
  unknownAskedService,
} from './advice.problems';
export {
  adviceDays,
  adviceDueAt,
  byFit,
  refusedByAdviceSide,
  refusedByAdviceState,
  refusedAnswer,
  refusedTexts,
  type CapacityAnswer,
} from './advice.rules';
export { hasInsuranceNumber, identifierKinds, identifiersIn, type IdentifierKind } from './identifiers';
export {
  adviceThreadSchema,
  enquiryContentSchema,
  enquiryRowSchema,
  enquirySchema,
  recommendationSchema,
  verdictSchema,
  type AdviceThread,
  type Enquiry,
  type EnquiryContent,
  type EnquiryRow,
} from './enquiry';
export {
  addAdviceInfo,
  advicePermissions,
  answerAdvice,
  askAdvice,
  askAdviceAgain,
  askBackAdvice,
  askCapacity,
  cancelAdvice,
  closeAdvice,
  closeEnquiry,
  convertAdvice,
  countEnquiries,
  readEnquiries,
  readEnquiry,
} from './advice.contracts';
export { adviceMoved, type AdviceMoved } from './advice.events';
