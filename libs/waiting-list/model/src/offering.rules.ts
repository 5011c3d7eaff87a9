import { problem, type Problem } from '@lotse/kernel';
import type { Exclusion } from './fitness';
import type { Ranked, RankInput } from './next-in-line';
import { dueAct, offerSuperseded, type Standing } from './round.rules';
import { isLiveOffer } from './slot-offer';

export const offerExpired = problem('offer-expired', 409, 'The hold has ended; the slot is free again or with the next person.');
export const offerAnswered = problem('offer-already-answered', 409, 'This offer has already been answered.');
export const offerInPast = problem('slot-in-past', 422, 'This slot has already begun.', 'slotId');
export const slotGone = problem('slot-gone', 409, 'This slot is held for or given to somebody else.', 'slotId');
export const entryNotWaiting = problem('entry-not-waiting', 409, 'This person has another running offer or waits no longer.', 'entryId');
export const entryOfOtherService = problem('entry-of-other-service', 422, 'This person waits for another service.', 'entryId');
export const notNextInLine = problem(
  'not-next-in-line',
  422,
  'Somebody else comes first. Give a reason to go out of turn.',
  'outOfTurnReason',
);
export const slotDoesNotFit = problem(
  'slot-does-not-fit',
  422,
  'This slot does not fit this person, and no reason changes that.',
  'entryId',
);
export const alreadyOnList = problem('already-on-list', 409, 'This referral is already on the waiting list.');

/** Why an offer may not be answered: it has ended, by the database's clock, by an answer, or because somebody else of its round was faster. */
export function refusedAnswer(offer: Standing, now: Date): Problem | undefined {
  const due = dueAct(offer, now);
  if (offer.state === 'expired' || due === 'expire') return offerExpired();
  if (due === 'supersede') return offerSuperseded({ context: { overtakenBy: 'somebody_faster' } });
  if (offer.state === 'superseded') return offerSuperseded({ context: { overtakenBy: offer.overtakenBy ?? null } });
  return isLiveOffer(offer.state) ? undefined : offerAnswered({ context: { state: offer.state } });
}

/** What an offer joins. */
export interface OfferParts {
  slot: { state: string; startsAt: Date; serviceId: string };
  entry: { state: string; serviceId: string; furtherServiceIds?: readonly string[] };
}

/** Why a slot may not be offered to anybody. */
export function refusedSlot(slot: Pick<OfferParts['slot'], 'state' | 'startsAt'>, now: Date): Problem | undefined {
  if (slot.state !== 'open') return slotGone({ context: { state: slot.state } });
  return slot.startsAt <= now ? offerInPast() : undefined;
}

/** Why a slot may not be offered to somebody. */
export function refusedOffer({ slot, entry }: OfferParts, now: Date): Problem | undefined {
  return refusedSlot(slot, now) ?? refusedEntry({ slot, entry });
}

/** Why somebody is not asked, whatever the slot is like. */
export function refusedEntry({
  slot,
  entry,
}: {
  slot: Pick<OfferParts['slot'], 'serviceId'>;
  entry: OfferParts['entry'];
}): Problem | undefined {
  if (entry.serviceId !== slot.serviceId && !entry.furtherServiceIds?.includes(slot.serviceId)) return entryOfOtherService();
  if (entry.state !== 'waiting') return entryNotWaiting({ context: { state: entry.state } });
  return undefined;
}

/** What somebody said of themselves and can say otherwise, and a release that can be renewed: then they are offered the slot with a reason. Nobody talks the rest away. */
const canChange: readonly Exclusion[] = [
  'declined_this_slot',
  'release_ends',
  'paused',
  'cooling_off',
  'wants_to_leave',
  'notice_too_short',
  'clinician_excluded',
  'clinician_sex',
  'language',
  'mode',
  'not_yet',
  'outside_windows',
  'too_far',
  'comes_too_late',
  'no_way_back',
];

/** Whether whom a slot does not fit may be offered it with a reason. */
export const mayBeOfferedAnyway = (why: Exclusion): boolean => canChange.includes(why);

/** Why somebody is not offered a slot whatever the reason: they have an appointment already, or it is not for them. */
export const refusedUnfit = (why: Exclusion | undefined): Problem | undefined =>
  why === undefined || mayBeOfferedAnyway(why) ? undefined : slotDoesNotFit({ context: { why } });

/** Why it is not somebody's turn: others who fit come first. Whoever goes out of turn says why. */
export function refusedTurn(entryId: string, fitting: readonly Ranked<RankInput>[], outOfTurnReason?: string): Problem | undefined {
  const next = fitting[0]?.entry.id;
  if (next === entryId || outOfTurnReason !== undefined) return undefined;
  return notNextInLine({ context: { nextEntryId: next ?? null } });
}
