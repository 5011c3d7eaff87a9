import { addCalendarDays, calendarDayOf, calendarDaysBetween } from '@lotse/kernel';
import type { Urgency } from '@lotse/region/model';
import type { RankReason } from './waiting-list-entry';

/** The version of the ordering below. Every offer stores it, so that history can be replayed. */
export const rankRuleVersion = 1;

/** What the order looks at, and nothing else. */
export interface RankInput {
  id: string;
  urgency: Urgency;
  band: number;
  targetDays: number;
  receivedAt: Date;
}

/** Somebody with their rank, first is 1. */
export interface Ranked<Entry extends RankInput> {
  entry: Entry;
  rank: number;
  reason: RankReason;
}

const millisecondsPerDay = 86_400_000;

/** Time waited as a share of the target time; the target is never shorter than an hour. */
export function shareOfTarget(entry: Pick<RankInput, 'receivedAt' | 'targetDays'>, now: Date): number {
  const waited = (now.getTime() - entry.receivedAt.getTime()) / millisecondsPerDay;
  return Math.max(0, waited) / Math.max(entry.targetDays, 1 / 24);
}

/**
 * Bands 1 and 2 come first. Of the others, whoever waits past the target rises above those who do not, so that nobody starves.
 * Of one band with one target the order is that of the dates received: whoever reads a long list goes by that.
 */
export function tierOf(entry: RankInput, now: Date): number {
  if (entry.band <= 2) return entry.band;
  return shareOfTarget(entry, now) > 1 ? 3 : entry.band + 1;
}

/** Who comes before whom: tier, then share of the target used, then date received, then id as a stable tie-break. */
export function comesBefore(first: RankInput, second: RankInput, now: Date): number {
  return (
    tierOf(first, now) - tierOf(second, now) ||
    shareOfTarget(second, now) - shareOfTarget(first, now) ||
    first.receivedAt.getTime() - second.receivedAt.getTime() ||
    (first.id < second.id ? -1 : 1)
  );
}

/** The facts behind a rank. */
export function explainRank(entry: RankInput, now: Date): RankReason {
  const receivedOn = calendarDayOf(entry.receivedAt);
  const share = shareOfTarget(entry, now);
  return {
    code: entry.band > 2 && share > 1 ? 'breach' : 'band',
    urgency: entry.urgency,
    waitedDays: calendarDaysBetween(receivedOn, calendarDayOf(now)),
    targetDays: entry.targetDays,
    share,
    receivedOn,
  };
}

/** Everybody in order, with rank and reason. Pure: the same entries and the same instant always give the same order. */
export function inOrder<Entry extends RankInput>(entries: readonly Entry[], now: Date): Ranked<Entry>[] {
  return [...entries]
    .sort((first, second) => comesBefore(first, second, now))
    .map((entry, index) => ({ entry, rank: index + 1, reason: explainRank(entry, now) }));
}

/** The day by which the target time of an entry is used up. */
export const targetDay = (entry: Pick<RankInput, 'receivedAt' | 'targetDays'>): string =>
  addCalendarDays(calendarDayOf(entry.receivedAt), Math.ceil(entry.targetDays));
