import type { Api } from '@lotse/client-kit/api';
import { acceptOffer, declineOffer, recordNotReached, type SlotOffer } from '@lotse/waiting-list/model';
import type { OfferResult } from './offer-result';

/** What somebody has entered about a call. */
export interface AnswerGiven {
  readonly answer: 'accepted' | 'declined' | 'not_reached';
  readonly slotId: string | null;
  readonly reason: string | null;
  readonly comment: string;
  readonly personReached: boolean;
  readonly next: 'again' | 'give_up' | null;
}

/** What is still missing before it can be sent. */
export function missingOf(offer: SlotOffer, { answer, slotId, reason, next }: AnswerGiven): 'date' | 'reason' | 'next' | undefined {
  if (answer === 'accepted') return offer.secondSlot && slotId === null ? 'date' : undefined;
  if (answer === 'declined') return reason === null ? 'reason' : undefined;
  return next === null ? 'next' : undefined;
}

/** Sends what the person said, or that they were not reached. */
export function sendAnswer(api: Api, { id, version }: SlotOffer, given: AnswerGiven): Promise<SlotOffer> {
  const params = { id };
  const comment = given.comment.trim() || undefined;
  if (given.answer === 'accepted') return api.send(acceptOffer, { params, version, body: { slotId: given.slotId ?? undefined } });
  if (given.answer === 'not_reached')
    return api.send(recordNotReached, { params, version, body: { giveUp: given.next === 'give_up', comment } });
  return api.send(declineOffer, { params, version, body: { reason: given.reason!, comment, personReached: given.personReached } });
}

export function resultOf({ answer, next }: AnswerGiven): OfferResult['how'] {
  if (answer !== 'not_reached') return answer;
  return next === 'give_up' ? 'given_up' : 'tried';
}
