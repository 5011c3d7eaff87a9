import { excludedFrom, type Exclusion, type Fitness, type SlotToFit } from './fitness';
import { inOrder, type Ranked, type RankInput } from './next-in-line';
import { usualRankOrder, type RankOrder } from '@lotse/region/model';
import type { RankReason } from './waiting-list-entry';

/** What decides about the place of an entry. */
export type Listed = RankInput & Pick<Fitness, 'state'>;

/** What decides about its place and about the slots that fit. */
export type Waiting = RankInput & Fitness;

/** Where somebody stands. Whoever has a running offer or is suspended keeps the place in the order, without a number. */
export interface Place<Entry extends Listed> {
  entry: Entry;
  rank: number | null;
  reason: RankReason;
}

/**
 * Everybody on a list in order; only those who wait for an offer are counted.
 * @param before how many were counted before these, for a list that is read in pieces
 */
export function placesOf<Entry extends Listed>(
  entries: readonly Entry[],
  now: Date,
  before = 0,
  order: RankOrder = usualRankOrder,
): Place<Entry>[] {
  let rank = before;
  return inOrder(entries, now, order).map(({ entry, reason }) => ({ entry, reason, rank: entry.state === 'waiting' ? ++rank : null }));
}

const counted = <Entry extends Listed>(place: Place<Entry>): place is Ranked<Entry> => place.rank !== null;

/** Who of a list fits a slot, in order, and who does not and why. */
export function whoFits<Entry extends Waiting>(slot: SlotToFit, places: readonly Place<Entry>[], now: Date) {
  const fitting: Ranked<Entry>[] = [];
  const excluded: { place: Place<Entry>; why: Exclusion }[] = [];
  for (const place of places) {
    const why = excludedFrom(slot, place.entry, now);
    if (why) excluded.push({ place, why });
    else if (counted(place)) fitting.push(place);
  }
  return { fitting, excluded };
}
