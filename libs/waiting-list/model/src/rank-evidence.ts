import type { Urgency } from '@lotse/region/model';
import { inOrder, rankRuleVersion, type RankInput } from './next-in-line';
import type { Place, Waiting } from './places';

/** What the order looked at, as it is kept with an offer. */
interface KeptInput {
  id: string;
  urgency: Urgency;
  band: number;
  targetDays: number;
  receivedAt: string;
}

/** What a rank was decided on: enough to come to the same order again, years later. It names nobody. */
export interface RankEvidence {
  ruleVersion: number;
  at: string;
  entryId: string;
  /** The first of the list and the one who was offered the slot, in the order of that moment. */
  order: KeptInput[];
}

const firstOfList = 10;

const keep = ({ id, urgency, band, targetDays, receivedAt }: RankInput): KeptInput => ({
  id,
  urgency,
  band,
  targetDays,
  receivedAt: receivedAt.toISOString(),
});

/** Writes down why somebody was next, or stood where they stood. */
export function rankEvidence(places: readonly Place<Waiting>[], entryId: string, now: Date): RankEvidence {
  const waiting = places.filter(({ rank }) => rank !== null);
  const kept = waiting.filter(({ entry, rank }) => rank! <= firstOfList || entry.id === entryId);
  return { ruleVersion: rankRuleVersion, at: now.toISOString(), entryId, order: kept.map(({ entry }) => keep(entry)) };
}

/** The order again, from what was written down: the identifiers of the entries, first comes first. */
export function replayed(evidence: RankEvidence): string[] {
  const entries = evidence.order.map((input) => ({ ...input, receivedAt: new Date(input.receivedAt) }));
  return inOrder(entries, new Date(evidence.at)).map(({ entry }) => entry.id);
}
