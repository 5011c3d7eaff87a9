import type { RankOrder } from '@lotse/region/model';
import { replayed, type RankEvidence } from '../rank-evidence';
import { shownSum, withoutSmall, type Moved, type MovedGroup, type ShownGroups } from './small-cells';

/** By what people are counted. */
export const countedBy = ['municipality', 'age', 'band'] as const;
export type CountedBy = (typeof countedBy)[number];

/** Some people of one municipality, age group and band, and whether they would come earlier (1), later (-1) or where they are (0). */
export interface CountedMove {
  municipality: string;
  age: string;
  band: string;
  moved: number;
  count: number;
}

/** What may be shown: numbers without small ones. */
export interface Movement {
  people: number;
  /** Null where a number would be small. */
  sum: Moved | null;
  by: Record<CountedBy, ShownGroups | null>;
}

const sideOf = (moved: number): keyof Moved => (moved > 0 ? 'earlier' : moved < 0 ? 'later' : 'same');

function groupedBy(moves: readonly CountedMove[], by: CountedBy): MovedGroup[] {
  const groups = new Map<string, MovedGroup>();
  for (const move of moves) {
    const group = groups.get(move[by]) ?? { key: move[by], earlier: 0, later: 0, same: 0 };
    group[sideOf(move.moved)] += move.count;
    groups.set(move[by], group);
  }
  return [...groups.values()];
}

/** Who would come earlier or later, as it may be shown. */
export function movementOf(moves: readonly CountedMove[]): Movement {
  const by = (what: CountedBy) => withoutSmall(groupedBy(moves, what));
  return {
    people: moves.reduce((sum, { count }) => sum + count, 0),
    sum: shownSum(groupedBy(moves, 'band')),
    by: { municipality: by('municipality'), age: by('age'), band: by('band') },
  };
}

/** Of whom an offer was decided, without their names. */
export type KnownOf = Readonly<Record<string, { ags: string | null; age: string } | undefined>>;

/** Who of those who are kept with an offer would have got it under another rule, and who would not: nobody where it is the same person. */
export function movesOfOffer(evidence: RankEvidence, people: KnownOf, draft: RankOrder): CountedMove[] {
  const fits = (id: string) => evidence.order.find((input) => input.id === id)!.why === undefined;
  const [was, would] = [evidence.entryId, replayed(evidence, draft).find(fits) ?? evidence.entryId];
  const move = (id: string, moved: number): CountedMove[] => {
    const known = people[id];
    const band = String(evidence.order.find((input) => input.id === id)?.band ?? '');
    return known ? [{ municipality: known.ags ?? '', age: known.age, band, moved, count: 1 }] : [];
  };
  return was === would ? move(was, 0) : [...move(would, 1), ...move(was, -1)];
}
