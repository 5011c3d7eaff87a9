export {
  rankReasonSchema,
  waitingListEntryLifecycle,
  waitingListEntrySchema,
  waitingListEntryStateSchema,
  type RankReason,
  type WaitingListEntry,
  type WaitingListEntryState,
} from './waiting-list-entry';
export { ranksKnown, waitingSortSchema, type WaitingSort } from './waiting-list-order';
export {
  comesBefore,
  explainRank,
  inOrder,
  risingShare,
  shareOfTarget,
  targetDay,
  tierOf,
  type Ranked,
  type RankInput,
} from './next-in-line';
export { holdOf, isOpenAt, leadTimeOf, type Hold, type HoldRules } from './hold';
export {
  isLiveOffer,
  offerDeclineReasonSchema,
  offerModes,
  offerModeSchema,
  overtakings,
  slotOfferLifecycle,
  slotOfferSchema,
  slotOfferStateSchema,
  type OfferedSlot,
  type OfferMode,
  type OvertakenBy,
  type SlotOffer,
  type SlotOfferAct,
  type SlotOfferState,
} from './slot-offer';
export {
  askedAtOnce,
  consequenceOf,
  coolsOffUntil,
  declineCommentMissing,
  declineReasonOn,
  dueAct,
  isReasonableOffer,
  isShortNoticeOffer,
  mayBeAsked,
  modesFor,
  modeTooEarly,
  nobodyAnswersInTime,
  offerSuperseded,
  reasonableDeclinesUntilReview,
  reasonableNoticeDays,
  refusedMode,
  refusedSecondDate,
  secondDateUnfit,
  shortNoticeOnly,
  unknownDeclineReason,
  whichDate,
  type Standing,
} from './round.rules';
export {
  alreadyOnList,
  entryNotWaiting,
  entryOfOtherService,
  mayBeOfferedAnyway,
  notNextInLine,
  offerAnswered,
  offerExpired,
  offerInPast,
  refusedAnswer,
  refusedEntry,
  refusedOffer,
  refusedSlot,
  refusedTurn,
  refusedUnfit,
  slotDoesNotFit,
  slotGone,
} from './offering.rules';
// prettier-ignore
export {
  acceptOffer, declineOffer, joinWaitingList, offerSlot, readCandidates, readOffers, readWaitingList, readWaitingLists, recordNotReached,
  waitingListPermissions, withdrawOffer,
} from './waiting-list.contracts';
export { acceptOfferOfReferral, bookSlot, endOfferOfReferral, offerToReferral, rescheduleSlot } from './referral-slot.contracts';
export { placesOf, whoFits, type Listed, type Place, type Waiting } from './places';
export { rankEvidence, replayed, type ChosenFrom, type RankEvidence } from './rank-evidence';
export { decisionOf } from './replay/offer-decision';
export { readOfferDecision, type OfferDecision } from './replay/offer-decision.contracts';
export { replayAll, replayOffer, type DecidedOffer, type NamedOffer } from './replay/replay';
// prettier-ignore
export { offerNumber, replayDifferences, replayOffers, replayResultSchema, type ReplayDifference, type ReplayResult } from './replay/replay.contracts';
export { readOutOfTurn, readRankRules, type RankScope, type RankVersion } from './rank-rules/rank-rules.contracts';
export { movementOf, movesOfChoice, type CountedBy, type CountedMove, type DecidedChoice, type Movement } from './what-if/what-if';
export { smallBelow, withoutSmall, type Moved, type MovedGroup, type ShownGroups } from './what-if/small-cells';
export { tryRankRule, type ShownMovement, type ShownTable } from './what-if/what-if.contracts';
// prettier-ignore
export {
  readCountyAging, readCountyFunnel, readCountySlotWeek, readCountyWaits, type CountyAging, type CountyFunnel, type CountyWaitsSide, type SlotDay,
} from './pictures/county-pictures.contracts';
export { shownAging, shownFigures, shownFunnel, shownWaits, type AgingCell, type FoundWaits } from './pictures/county-pictures';
export { readAging, readFunnel, readListOutOfTurn, readWaits, type AgingBar, type Funnel, type Waits } from './pictures/pictures.contracts';
export {
  allExclusions,
  excludedFrom,
  exclusionFacts,
  exclusionFactsSchema,
  exclusionSchema,
  nothingKnown,
  shortNoticeBelow,
  type Exclusion,
  type ExclusionFacts,
  type Fitness,
  type Journey,
  type SlotToFit,
} from './fitness';
export {
  availabilityWindowSchema,
  noWishes,
  refusedWishes,
  windowEndsBeforeItBegins,
  wishesFromReferral,
  wishesOf,
  wishesSchema,
  type AvailabilityWindow,
  type Wishes,
} from './wishes';
// prettier-ignore
export {
  endOfPauseNow, pauseEndsBeforeItBegins, pauseInHindsight, pauseIsOver, pauseOn, pauseOverlaps, pauseReasonSchema,
  pauseSchema, refusedPause, refusedPauseEnd, waitedDays, type Pause,
} from './pauses';
export {
  beginPause,
  changeWishes,
  coolOffIsOver,
  endCoolOff,
  endPause,
  nothingToTakeBack,
  notOwnSchedule,
  notOwnService,
  pastOfferSchema,
  readEntry,
  saidWishesSchema,
  waitingListEntryDetailSchema,
  wishesVersionSchema,
  type PastOffer,
  type SaidWishes,
  type WaitingListEntryDetail,
  type WishesVersion,
} from './entry.contracts';
export {
  appointmentGaveSlotBack,
  expectedWaitChanged,
  nobodyFits,
  offerAccepted,
  offerEnded,
  slotOffered,
  slotPooled,
  slotPublished,
  type AppointmentSlot,
  type ExpectedWaitChanged,
  type NobodyFits,
  type OfferEvent,
  type SlotBeyondOwnList,
} from './waiting-list.events';
// prettier-ignore
export {
  appointmentLifecycle, appointmentNotBegun, appointmentNotPossible, appointmentOfOtherDay, appointmentSchema, appointmentStateSchema,
  cancellingParties, cancellingPartySchema, isLateCancellation, lateBelowHours, nothingRecorded, refusedAppointment, slotAfter,
  walkInNotPossible, walkInStates, walkInSteps, type Appointment, type AppointmentAct, type AppointmentState, type CancellingParty,
} from './appointment';
// prettier-ignore
export {
  appointmentsADay, arriveAtAppointment, attendAppointmentHere, cancelAppointmentHere, missAppointment, readAppointmentCandidates,
  readAppointments, recordWalkIn, takeBackAttendance,
} from './appointment.contracts';
export { careOfLists, type CareOfLists } from './care-of-lists';
// prettier-ignore
export {
  answersOf, checkInAnswers, checkNotOpen, expectedWaitUnchanged, isUnchecked, listCheckDecisions, listCheckKinds, listCheckLifecycle,
  listCheckSchema, listRoundSchema, postponedAtMostDays, referrerAlreadyAsked, refusedCheckAnswer, refusedCheckDecision,
  uncheckedAfterDays, uncheckedBefore, validationAnswers, waysOfTelling, type ListCheck, type ListCheckAnswer, type ListCheckKind, type ListCheckState,
  type ListRound,
} from './list-check';
// prettier-ignore
export {
  answerListCheck, askReferrerToCheck, changeExpectedWait, checksAtOnce, decideListCheck, readExpectedWait, readListChecks,
  readListRounds, recordCheckAttempt, startListChecks,
} from './list-check.contracts';
export { sameTripSchema, sameTripWithinKm, type SameTrip } from './same-trip';
// prettier-ignore
export {
  freeSlotPermissions, freeSlotSchema, publishSlot, readFreeSlots, readWhoWouldFit, unpublishSlot, type FreeSlot,
} from './free-slots/free-slots.contracts';
export { poolAt, slotFitsSomebody } from './free-slots/free-slots.rules';
