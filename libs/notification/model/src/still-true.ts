import type { NoticeKind } from './notice';

/** What is known at the moment of delivery. */
export interface DeliveryFacts {
  kind: NoticeKind;
  act: string | null;
  isRead: boolean;
  /** Null when the organisation may no longer see the referral, or when there is none. */
  referralState: string | null;
  /** Whether the step it tells of was taken back. */
  isUndone: boolean;
  /** Whether the offer runs: it was not answered and its hold has not ended. */
  offerRuns: boolean;
  /** The state of the enquiry at the service; null when there is none, or when it may no longer be seen. */
  adviceState: string | null;
  /** Whether something of the question waits for an answer. */
  questionIsOpen: boolean;
  /** Whether the slot is free and still to come. */
  slotIsFree: boolean;
  /** Whether the services of the county see that it is. */
  slotIsPublished: boolean;
}

/** The state a referral is in as long as a notice of a kind asks for something. */
const stateAskedFor: Partial<Record<NoticeKind, string>> = {
  referral_received: 'requested',
  question_asked: 'info_requested',
  question_answered: 'in_triage',
};

/**
 * Whoever was told of a step is told that it was taken back, also when that took the referral away from them; and whoever may no longer see
 * somebody is told just that. An access in an emergency has been, whatever comes after it.
 */
const stay: readonly NoticeKind[] = [
  'move_undone',
  'release_revoked',
  'deletion_due',
  'expected_wait_changed',
  'break_glass_opened',
  'break_glass_to_review',
];
/** The state an enquiry is in as long as a notice asks for something; how it ended stays true. */
const adviceStateAskedFor: Partial<Record<NoticeKind, string>> = {
  advice_asked: 'provider_to_answer',
  advice_answered: 'referrer_to_review',
  advice_info_wanted: 'referrer_to_add_info',
};
/** What asks for an answer is true until it is there. */
const asksSomething: readonly NoticeKind[] = ['question_open', 'question_due'];
/** What is about a free slot, and nobody who waits. */
const ofFreeSlots: readonly NoticeKind[] = ['nobody_fits', 'slot_pooled', 'slot_published'];
const gone = ['withdrawn', 'entered_in_error'];

/** Why a notice need not be delivered any more. */
export type Reason = 'read' | 'taken-back' | 'not-visible' | 'offer-over' | 'slot-gone' | 'moved-on';

/** Why a notice need not be delivered any more, or nothing while it is still true. Asked at the last moment before sending. */
export function noLongerTrue(facts: DeliveryFacts): Reason | undefined {
  if (facts.isRead) return 'read';
  if (facts.isUndone) return 'taken-back';
  if (stay.includes(facts.kind)) return undefined;
  if (ofFreeSlots.includes(facts.kind)) return slotNoLongerTrue(facts);
  return facts.kind.startsWith('advice_') ? adviceNoLongerTrue(facts) : referralNoLongerTrue(facts);
}

function slotNoLongerTrue({ kind, slotIsFree, slotIsPublished }: DeliveryFacts): Reason | undefined {
  return slotIsFree && (slotIsPublished || kind !== 'slot_published') ? undefined : 'slot-gone';
}

function referralNoLongerTrue({ kind, act, referralState, offerRuns, questionIsOpen }: DeliveryFacts): Reason | undefined {
  if (referralState === null) return 'not-visible';
  if (kind === 'slot_offered') return offerRuns ? undefined : 'offer-over';
  return hasMovedOn(kind, act, referralState, questionIsOpen) ? 'moved-on' : undefined;
}

function adviceNoLongerTrue({ kind, adviceState }: DeliveryFacts): Reason | undefined {
  if (adviceState === null) return 'not-visible';
  const asked = adviceStateAskedFor[kind];
  return asked !== undefined && asked !== adviceState ? 'moved-on' : undefined;
}

/** Whether the referral has gone on, so that nothing is asked for any more. */
function hasMovedOn(kind: NoticeKind, act: string | null, referralState: string, questionIsOpen: boolean): boolean {
  const asked = stateAskedFor[kind];
  if (asked !== undefined) return referralState !== asked;
  if (asksSomething.includes(kind) && !questionIsOpen) return true;
  return gone.includes(referralState) && act !== 'withdraw' && act !== 'confirm_cancel';
}
