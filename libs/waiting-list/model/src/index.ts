export {
  rankReasonSchema,
  waitingListEntryLifecycle,
  waitingListEntrySchema,
  waitingListEntryStateSchema,
  type RankReason,
  type WaitingListEntry,
  type WaitingListEntryState,
} from './waiting-list-entry';
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
export {
  holdDuration,
  holdEnds,
  offerDeclineReasonSchema,
  slotOfferLifecycle,
  slotOfferSchema,
  slotOfferStateSchema,
  type SlotOffer,
  type SlotOfferAct,
  type SlotOfferState,
} from './slot-offer';
export {
  alreadyOnList,
  entryNotWaiting,
  entryOfOtherService,
  notNextInLine,
  offerAnswered,
  offerExpired,
  offerInPast,
  refusedAnswer,
  refusedOffer,
  refusedTurn,
  slotGone,
} from './offering.rules';
export {
  acceptOffer,
  declineOffer,
  joinWaitingList,
  offerSlot,
  readCandidates,
  readOffers,
  readWaitingList,
  readWaitingLists,
  waitingListPermissions,
  withdrawOffer,
} from './waiting-list.contracts';
export { acceptOfferOfReferral, bookSlot, endOfferOfReferral, offerToReferral, rescheduleSlot } from './referral-slot.contracts';
export { placesOf, whoFits, type Listed, type Place, type Waiting } from './places';
export { rankEvidence, replayed, type ChosenFrom, type RankEvidence } from './rank-evidence';
export { nobodyFits, offerAccepted, offerEnded, slotOffered, type NobodyFits, type OfferEvent } from './waiting-list.events';
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
  wishesFromReferral,
  wishesOf,
  wishesSchema,
  type AvailabilityWindow,
  type Wishes,
} from './wishes';
export {
  endOfPauseNow,
  pauseEndsBeforeItBegins,
  pauseInHindsight,
  pauseIsOver,
  pauseOn,
  pauseOverlaps,
  pauseReasonSchema,
  pauseSchema,
  refusedPause,
  refusedPauseEnd,
  waitedDays,
  type Pause,
} from './pauses';
