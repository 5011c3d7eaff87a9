import { usualRankRule, type RankRuleInForce, type Urgency } from '@lotse/region/model';
import type { Exclusion } from './fitness';
import { inOrder, type RankInput } from './next-in-line';
import type { Listed, Place } from './places';

/** What the order looked at, as it is kept with an offer. */
interface KeptInput {
  id: string;
  urgency: Urgency;
  band: number;
  targetDays: number;
  receivedAt: string;
  /** Why the slot did not fit them; absent when it did. The code alone: the wishes behind it are nobody’s business later. */
  why?: Exclusion;
}

/** What a rank was decided on: enough to come to the same order again, years later. It names nobody. */
export interface RankEvidence {
  /** The rule that the list was ordered by, with what it said. */
  rule: RankRuleInForce;
  at: string;
  entryId: string;
  /** The first of the list, the first whom the slot fitted and the one who was offered it, in the order of that moment. */
  order: KeptInput[];
}

/** So many of a list are always kept. */
export const firstOfList = 10;

/** The list as somebody was chosen from it. */
export interface ChosenFrom {
  places: readonly Place<Listed>[];
  /** Why the slot does not fit some of them. */
  excluded: readonly { place: Place<Listed>; why: Exclusion }[];
  rule?: RankRuleInForce;
}

/** Writes down why somebody was next, or stood where they stood. */
export function rankEvidence({ places, excluded, rule = usualRankRule }: ChosenFrom, entryId: string, now: Date): RankEvidence {
  const waiting = places.filter(({ rank }) => rank !== null);
  const whyOf = new Map(excluded.map(({ place, why }) => [place.entry.id, why]));
  const firstFitting = waiting.find(({ entry }) => !whyOf.has(entry.id))?.entry.id;
  const kept = waiting.filter(({ entry: { id }, rank }) => rank! <= firstOfList || id === entryId || id === firstFitting);
  return { rule, at: now.toISOString(), entryId, order: kept.map(({ entry }) => keep(entry, whyOf.get(entry.id))) };
}

function keep({ id, urgency, band, targetDays, receivedAt }: RankInput, why: Exclusion | undefined): KeptInput {
  return { id, urgency, band, targetDays, receivedAt: receivedAt.toISOString(), ...(why ? { why } : {}) };
}

/** The order again, from what was written down: the identifiers of the entries, first comes first. With another rule: what it would have been. */
export function replayed({ order, at, rule }: RankEvidence, by = rule.order): string[] {
  const entries = order.map((input) => ({ ...input, receivedAt: new Date(input.receivedAt) }));
  return inOrder(entries, new Date(at), by).map(({ entry }) => entry.id);
}
