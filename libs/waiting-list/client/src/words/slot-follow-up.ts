import type { Text } from '@lotse/client-kit/ui';
import type { SlotOffer } from '@lotse/waiting-list/model';
import { datesOf } from './taken-date';

/** What becomes of what was offered, in a sentence: of an answer that does not take it, and of one that takes it back. */
export function slotFollowUp(t: Text, offer: SlotOffer, how: 'answered' | 'withdrawn'): string {
  const { length: count } = datesOf(offer);
  if (how === 'answered') return t(`waitingList.answer.then.${offer.ifNotTaken}`, { count });
  return t(`waitingList.withdraw.then.${offer.ifNotTaken === 'others_asked' ? 'others_asked' : 'free'}`, { count });
}
