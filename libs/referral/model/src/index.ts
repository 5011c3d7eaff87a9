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
export { missingPieces, missingPieceSchema, releaseEndsSoonDays, type MissingPiece, type PieceFacts } from './missing-pieces';
export { assignReferrals, snoozeReferrals } from './desk.contracts';
export { snoozeNotAhead, snoozePastDue, unknownColleague } from './desk.problems';
export { comesBackAt, refusedOnDesk, refusedSnooze, refusedSnoozeDay } from './desk.rules';
export { exportAtMost, exportReferrals } from './export-referrals.contract';
export {
  isUndoable,
  refusedUndo,
  undoableActs,
  undoNotPossible,
  undoNotYours,
  undoOvertaken,
  undoTooLate,
  undoWithinHours,
  type LastStep,
  type UndoableAct,
} from './undo.rules';
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
export { effectsOnOthers, joinRules, refusedAnother, refusedSplitFrom, type JoinRule, type Part, type PartEffect } from './bundle.rules';
export {
  dueDateInPast,
  emergencyCannotBeSent,
  incomplete,
  notToSplit,
  notYourTurn,
  onWaitingList,
  partThere,
  previewDiffers,
  previewNeedsService,
  redirectToReferrer,
  releaseDoesNotCover,
  releaseMissing,
  sameService,
  serviceNotAccepting,
  unknownReason,
  unknownService,
  wayForwardMissing,
} from './referral.problems';
export {
  missingInputs,
  refusedBySide,
  refusedByState,
  refusedRedirect,
  refusedRedirectFrom,
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
  type ReferralPreview,
} from './preview-referral.contract';
export { changeReferral, createReferral, submitReferral } from './write-referral.contract';
export {
  acceptReferral,
  acknowledgeReferral,
  declineReasonSchema,
  declineReferral,
  discardReferral,
  provideInfo,
  redirectReasonSchema,
  redirectReferral,
  requestInfo,
  startTriage,
  undoMove,
  withdrawReasonSchema,
  withdrawReferral,
} from './move-referral.contracts';
export {
  answerSchema,
  partOfPiece,
  questionPieceSchema,
  questionPointSchema,
  questionRowSchema,
  questionTemplateSchema,
  questionThreadSchema,
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
  nothingAnswered,
  otherSideOf,
  questionSettled,
  refusedTakeBack,
  refusedTalk,
  suggestedAnswerBy,
  suggestedAnswerDays,
  takeBackTooLate,
  unknownPoint,
} from './question.rules';
export {
  answerQuestion,
  askQuestion,
  closeQuestion,
  followUpQuestion,
  keepQuestionTemplates,
  questionPermissions,
  readOpenQuestions,
  readQuestions,
  readQuestionTemplates,
  sendMessage,
  takeBackMessage,
  type AskedPoint,
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
export {
  addImportRows,
  beginImport,
  discardImport,
  importAtMost,
  importKeptDays,
  importMisses,
  importNotPossible,
  importNotWhole,
  importRowNumber,
  importRowsAtOnce,
  importStates,
  readImport,
  readImportProblems,
  readImports,
  referralImportSchema,
  startImport,
  stopImport,
  type ImportState,
  type ReferralImport,
} from './import-referrals/import-referrals.contracts';
export {
  attachmentFinished,
  attachmentLocked,
  attachmentPartBytes,
  attachmentSchema,
  attachmentsSchema,
  attachmentStateSchema,
  attachmentStays,
  downloadAttachment,
  finishAttachment,
  largestAttachment,
  largestAttachments,
  mostAttachments,
  nothingToSealWith,
  otherOffset,
  readAttachments,
  referralIsOver,
  removeAttachment,
  sendAttachmentPart,
  startAttachment,
  tooLargeToAttach,
  tooManyAttachments,
  type Attachment,
  type Attachments,
  type AttachmentState,
} from './attachments.contracts';
