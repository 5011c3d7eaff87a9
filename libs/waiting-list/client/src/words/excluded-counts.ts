import type { Text } from '@lotse/client-kit/ui';
import type { Exclusion } from '@lotse/waiting-list/model';

/** `2 brauchen mehr Vorlauf, 1 ist zurückgestellt`: the most frequent reason first. */
export function excludedCounts(t: Text, excluded: readonly { why: Exclusion }[]): string {
  const counts = new Map<Exclusion, number>();
  for (const { why } of excluded) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts]
    .sort(([, some], [, others]) => others - some)
    .map(([why, count]) => t(`waitingList.offerSlot.excludedCount.${why}`, { count }))
    .join(', ');
}
