import { explainRank } from '../next-in-line';
import { firstOfList, replayed, type RankEvidence } from '../rank-evidence';
import type { OfferDecision } from './offer-decision.contracts';

/** What an offer was decided on, read again years later: who stood where and why, and whether it still comes out the same. It names nobody. */
export function decisionOf({ rule, at, entryId, order }: RankEvidence, rank: number): OfferDecision {
  const now = new Date(at);
  const again = replayed({ rule, at, entryId, order });
  const places = order.map(({ why, ...input }, index) => {
    const isChosen = input.id === entryId;
    // Of the rest of the list only some were kept: what number they had is not known.
    const position = index < firstOfList ? index + 1 : isChosen ? rank : null;
    const entry = { ...input, receivedAt: new Date(input.receivedAt) };
    return { position, isChosen, why: why ?? null, reason: explainRank(entry, now, rule.order) };
  });
  return { decidedAt: at, rank, rule, places, comesOutTheSame: again.every((id, index) => id === order[index]!.id) };
}
