import type { Tone } from '@lotse/client-kit/ui';
import { calendarDaysBetween } from '@lotse/kernel';
import { endsSoonDays, type Release } from '@lotse/people/model';

/** Where a release stands on a day. */
export type ReleaseState = 'in_force' | 'ends_soon' | 'begins' | 'expired' | 'revoked';

export const toneOf: Readonly<Record<ReleaseState, Tone>> = {
  in_force: 'done',
  ends_soon: 'due',
  begins: 'info',
  expired: 'plain',
  revoked: 'paused',
};

export function stateOf(
  { validFrom, validUntil, revokedAt }: Pick<Release, 'validFrom' | 'validUntil' | 'revokedAt'>,
  today: string,
): ReleaseState {
  if (revokedAt !== null) return 'revoked';
  if (validUntil < today) return 'expired';
  if (validFrom > today) return 'begins';
  return calendarDaysBetween(today, validUntil) <= endsSoonDays ? 'ends_soon' : 'in_force';
}

/** What still opens something, what ends first before the rest; and what has ended, the latest first. */
export function parted<Item extends Pick<Release, 'validFrom' | 'validUntil' | 'revokedAt'>>(
  releases: readonly Item[],
  today: string,
): { open: Item[]; past: Item[] } {
  const isPast = (release: Item) => ['expired', 'revoked'].includes(stateOf(release, today));
  const endOf = ({ revokedAt, validUntil }: Item) => revokedAt?.slice(0, 10) ?? validUntil;
  return {
    open: releases.filter((release) => !isPast(release)).sort((first, second) => (first.validUntil < second.validUntil ? -1 : 1)),
    past: releases.filter(isPast).sort((first, second) => (endOf(first) > endOf(second) ? -1 : 1)),
  };
}
