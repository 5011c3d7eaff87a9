import type { Text } from '@lotse/client-kit/ui';
import type { Exclusion } from '@lotse/waiting-list/model';

/** Each reason with how many it keeps from the slot, the most frequent first. */
export function excludedReasons(t: Text, excluded: readonly { why: Exclusion }[]): string[] {
  const counts = new Map<Exclusion, number>();
  for (const { why } of excluded) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts]
    .sort(([, some], [, others]) => others - some)
    .map(([why, count]) => t(`waitingList.offerSlot.excludedCount.${why}`, { count }));
}

/** `2 brauchen mehr Vorlauf, 1 ist zurückgestellt` */
export const excludedCounts = (t: Text, excluded: readonly { why: Exclusion }[]): string => excludedReasons(t, excluded).join(', ');
