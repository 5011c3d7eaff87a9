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

/** A choice by rank: what it was decided on, who was asked at once, and who those are whom it looked at. */
export interface DecidedChoice {
  readonly evidence: RankEvidence;
  readonly asked: readonly string[];
  readonly people: KnownOf;
}

/** Who of those who are kept with a choice would have been asked under another rule, and who would not: as many as were asked. */
export function movesOfChoice({ evidence, asked, people }: DecidedChoice, draft: RankOrder): CountedMove[] {
  const kept = new Map(evidence.order.map((input) => [input.id, input]));
  const were = asked.filter((id) => kept.has(id));
  const fitting = replayed(evidence, draft).filter((id) => kept.get(id)!.why === undefined || were.includes(id));
  const would = fitting.slice(0, were.length);
  const move = (id: string, moved: number): CountedMove[] => {
    const known = people[id];
    const band = String(kept.get(id)?.band ?? '');
    return known ? [{ municipality: known.ags ?? '', age: known.age, band, moved, count: 1 }] : [];
  };
  return [
    ...would.flatMap((id) => move(id, were.includes(id) ? 0 : 1)),
    ...were.filter((id) => !would.includes(id)).flatMap((id) => move(id, -1)),
  ];
}
