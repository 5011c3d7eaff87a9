export { dueIn, riskReviewDue, targetDaysOf } from './due';
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
  emptyContent,
  movedReferralSchema,
  referralContentSchema,
  referralRowSchema,
  referralSchema,
  referralStateSchema,
  type MovedReferral,
  type Referral,
  type ReferralContent,
  type ReferralOrigin,
  type ReferralRow,
  type ReferralStep,
} from './referral';
export { missingPieces, missingPieceSchema, releaseEndsSoonDays, type MissingPiece, type PieceFacts } from './missing-pieces';
export { assignReferrals, snoozeReferrals } from './desk.contracts';
export { snoozeNotAhead, snoozePastDue, unknownColleague } from './desk.problems';
export { comesBackAt, refusedOnDesk, refusedSnooze, refusedSnoozeDay } from './desk.rules';
export { exportAtMost, exportFormats, exportReferrals, type ExportFormat } from './export-referrals.contract';
export { isOnList, isUndoable, refusedUndo, undoableActs, undoOvertaken, undoWithinHours, type LastStep } from './undo.rules';
export { referralPermissions } from './referral.permissions';
export {
  addPart,
  changeJoinRule,
  readLegs,
  referralLegsSchema,
  splitOff,
  type ReferralLeg,
  type ReferralLegs,
  type ReferralPart,
} from './legs.contracts';
export { effectsOnOthers, mayAffectOthers, refusedAnother, refusedSplitFrom } from './bundle.rules';
export { joinRules, type JoinRule, type Part, type PartEffect } from './bundle.rules';
// prettier-ignore
export {
  answersNotFitting, appointmentNotYet, chasersMissing, commentMissing, dueDateInPast, emergencyCannotBeSent, incomplete, noOutcomeYet, noRiskReviewOpen,
  notDueYet, notTheCreator, notToSplit, notYourTurn, otherSideMustConfirm, partThere, previewDiffers, previewNeedsService,
  redirectToReferrer, releaseDoesNotCover, releaseMissing, reopenTooLate, reportOrReason, reviewTooFar, riskReviewMissing, sameService,
  secondPersonNeeded, serviceNotAccepting, unknownDeadline, unknownReason, unknownService, wayForwardMissing,
} from './referral.problems';
export {
  decisions,
  missingInputs,
  refusedBySide,
  type Parties,
  refusedByState,
  refusedRedirect,
  refusedSubmission,
  type NextReceiver,
} from './referral.rules';
export { deskChanged, referralMoved, type ReferralMoved } from './referral.events';
export {
  boxSchema,
  countReferrals,
  readReferral,
  readReferralActs,
  readReferrals,
  referralSortSchema,
  several,
  statesToTriage,
  type Box,
  type ReferralSort,
} from './read-referrals.contract';
export {
  deliveredSchema,
  partsOfReceiver,
  previewReferral,
  referralPreviewSchema,
  type Delivered,
  type AttachedInPreview,
  type ReferralPreview,
} from './preview-referral.contract';
export { changeReferral, createReferral, submitReferral } from './write-referral.contract';
export {
  acceptReferral,
  acknowledgeReferral,
  declineReferral,
  discardReferral,
  provideInfo,
  redirectReferral,
  requestInfo,
  startTriage,
  undoMove,
  withdrawReferral,
} from './move-referral.contracts';
export {
  answerSchema,
  partOfPiece,
  questionPieceSchema,
  questionRowSchema,
  questionTemplateSchema,
  questionThreadsSchema,
  type QuestionMessage,
  type QuestionPiece,
  type QuestionPoint,
  type QuestionRow,
  type QuestionTemplate,
  type QuestionThread,
} from './question';
export {
  answerMovesReferral,
  answerOf,
  asOneText,
  fileNotReady,
  nobodyReads,
  nothingAnswered,
  otherSideOf,
  questionSettled,
  refusedTakeBack,
  refusedTalk,
  suggestedAnswerBy,
  takeBackTooLate,
  unknownPoint,
} from './question.rules';
// prettier-ignore
export {
  answerQuestion, askQuestion, closeQuestion, followUpQuestion, keepQuestionTemplates, questionPermissions, readOpenQuestions,
  readQuestionTemplates, readQuestions, sendMessage, takeBackMessage, type AskedPoint,
} from './question.contracts';
export { messageSent, questionAnswered, questionAsked, questionChanged, questionDue, type QuestionEvent } from './question.events';
export { letterDoesNotFit, previewLetter, printLetter, readLetters } from './letters.contracts';
export { lettersThatFit, type LetterFacts } from './letters.rules';
export { guessFields, importFields, importFieldSchema, neededFields, type ImportField } from './import-referrals/import-fields';
export {
  readImportRow,
  type ImportCells,
  type ImportedRow,
  type ImportKnowledge,
  type ImportProblem,
} from './import-referrals/read-import-row';
// prettier-ignore
export {
  addImportRows, beginImport, discardImport, importAtMost, importKeptDays, importMisses, importNotPossible, importNotWhole,
  importRowNumber, importRowsAtOnce, readImport, readImportProblems, readImports, startImport,
  stopImport, type ImportState, type ReferralImport,
} from './import-referrals/import-referrals.contracts';
// prettier-ignore
export {
  attachmentFinished, attachmentLocked, attachmentPartBytes, attachmentSchema, attachmentStays, attachmentsSchema,
  downloadAttachment, finishAttachment, largestAttachment, largestAttachments, mostAttachments, nothingToSealWith, otherOffset,
  readAttachments, referralIsOver, removeAttachment, sendAttachmentPart, startAttachment, tooLargeToAttach, tooManyAttachments,
  sentFilesSchema, type Attachment, type AttachmentState, type Attachments, type SentFile, type SentFiles,
} from './attachments.contracts';
// prettier-ignore
export {
  acknowledgeOutcome, amendOutcome, attendAppointment, backToList, cancelAppointment, chaseOutcome, closeUnacknowledged, confirmCancel,
  dnaToCancelled, handBack, markError, proceedWithoutInfo, queryOutcome, recordDeath, recordNoShow, refuseCancel, reopenReferral,
  requestCancel, resendReferral, resumeReferral, reviewRisk, sendInterimNote, sendOutcome, startWithoutAppointment, suspendReferral,
} from './referral-acts.contracts';
export { chasersBeforeClosing, refusedByGuard, reopenWithinDays, type Acting, type GuardFacts } from './act-guards';
export { chaserWays, deathSources, dispositions, dispositionSchema, outcomeSchema, riskAssessments, type Outcome } from './outcome';
export { refusedReason } from './reason.rules';
export { move } from './move';
export { wayForwardAskedAfterDays, wayForwardSchema, waysForward, type WayForward } from './way-forward';
export { besideActs, refusedBeside, type BesideAct } from './beside.rules';
export { cameBySchema, voiceSchema, type CameBy, type Voice } from './came-by';
// prettier-ignore
export {
  actsOfSenderOnPaper, enterPaperReferral, notOnPaper, receivedLater, receivedLongAgo, recordForSender, refusedPaper, releaseLater,
  unknownSender,
} from './paper.contracts';
// prettier-ignore
export {
  actThroughLink, actsThroughLink, linkAttempts, linkDays, linkNotOpen, lookThroughLink, makeReceiverLink, openReceiverLink,
  printThroughLink, readReceiverLinks, reasonsThroughLink, receiverHasAccount, revokeReceiverLink, toldThroughLink, type ActThroughLink,
} from './receiver-links.contracts';
export { refusedSettingDeadline, setDeadline } from './deadline.contracts';
export { previewDeadlineRule, readReasonUses, shiftOf } from './county-rules.contracts';
export { mergedChanges, readChanges, seeChanges, valuesOf, type ReferralChange, type ReferralChanges } from './changed-since.contracts';
export { referralChangesSchema } from './changed-since.contracts';
export { runningDeadlineSchema } from './running-deadline';
export {
  accessibilityNeedSchema,
  certaintySchema,
  icdCodeSchema,
  isUsualPlacementCode,
  muster6Schema,
  ptv11RecommendationSchema,
  therapyMethodSchema,
  travelSchema,
  type Accessibility,
  type Diagnosis,
  type Muster6,
  type Ptv11,
  type Travel,
} from './referral-forms';
export { answersIn, answersOf, faultsOfExtra, unanswered } from './extra-answers';
export { readQualityHints, qualityHintSchema, type QualityHint } from './quality-hints.contract';
// prettier-ignore
export {
  calledInFuture, calledSchema, callerUnknown, callIncomplete, callStruck, emergencyCallSchema, emergencyCallsSchema, needsName, readEmergencyCalls,
  recordEmergencyCall, refusedCall, strikeEmergencyCall, type Called, type EmergencyCall, type EmergencyCalls,
} from './emergency-calls.contracts';
