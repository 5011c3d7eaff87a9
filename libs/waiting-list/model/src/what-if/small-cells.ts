/** How many of a group would come earlier, later, or where they are. */
export interface Moved {
  earlier: number;
  later: number;
  same: number;
}

export interface MovedGroup extends Moved {
  /** A municipality, an age group or a band. */
  key: string;
}

/** Groups that may be shown, and all others as one: together they are everybody. */
export interface ShownGroups {
  groups: MovedGroup[];
  others: (Moved & { groups: number }) | null;
}

/** Fewer than so many are not shown. */
export const smallBelow = 5;

const cells = ({ earlier, later, same }: Moved): number[] => [earlier, later, same];
const isSmall = (moved: Moved): boolean => cells(moved).some((count) => count > 0 && count < smallBelow);
const sizeOf = (moved: Moved): number => cells(moved).reduce((sum, count) => sum + count, 0);

export const sumOf = (all: readonly Moved[]): Moved =>
  all.reduce<Moved>(
    (sum, { earlier, later, same }) => ({ earlier: sum.earlier + earlier, later: sum.later + later, same: sum.same + same }),
    { earlier: 0, later: 0, same: 0 },
  );

/** The sum of everybody, when none of its numbers is small. */
export const shownSum = (all: readonly MovedGroup[]): Moved | null => {
  const sum = sumOf(all);
  return isSmall(sum) ? null : sum;
};

/**
 * Groups without small numbers. Whatever group has one goes into "all others", with as many more groups, the smallest first, as it takes for
 * these to have no small number either: what is hidden cannot be found by taking what is shown from the sum. Nothing is shown where that
 * takes everybody and is small still.
 */
export function withoutSmall(groups: readonly MovedGroup[]): ShownGroups | null {
  const bySize = [...groups]
    .filter((group) => sizeOf(group) > 0)
    .sort((one, other) => sizeOf(other) - sizeOf(one) || (one.key < other.key ? -1 : 1));
  const shown = bySize.filter((group) => !isSmall(group));
  const hidden = bySize.filter(isSmall);
  while (hidden.length > 0 && isSmall(sumOf(hidden))) {
    const smallest = shown.pop();
    if (!smallest) return null;
    hidden.push(smallest);
  }
  return { groups: shown, others: hidden.length > 0 ? { ...sumOf(hidden), groups: hidden.length } : null };
}
