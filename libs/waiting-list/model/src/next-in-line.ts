import { addCalendarDays, calendarDayOf, calendarDaysBetween, millisecondsPerDay } from '@lotse/kernel';
import { usualRankOrder, type RankOrder, type Urgency } from '@lotse/region/model';
import type { RankReason } from './waiting-list-entry';

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

/** Time waited as a share of the target time; the target is never shorter than an hour. */
export function shareOfTarget(entry: Pick<RankInput, 'receivedAt' | 'targetDays'>, now: Date): number {
  const waited = (now.getTime() - entry.receivedAt.getTime()) / millisecondsPerDay;
  return Math.max(0, waited) / Math.max(entry.targetDays, 1 / 24);
}

/** The share of the target above which somebody rises. Where nobody rises above others, all stand as if they had. */
export const risingShare = ({ risesAt }: RankOrder): number => (risesAt === null ? -1 : risesAt / 100);

/**
 * The first bands come first. Of the others, whoever waits past a share of the target rises above those who do not, so that nobody starves.
 * Of one band with one target the order is that of the dates received: whoever reads a long list goes by that.
 */
export function tierOf(entry: RankInput, now: Date, order: RankOrder = usualRankOrder): number {
  if (entry.band <= order.firstBands) return entry.band;
  return shareOfTarget(entry, now) > risingShare(order) ? order.firstBands + 1 : entry.band + 1;
}

/** Who comes before whom: tier, then share of the target used, then date received, then id as a stable tie-break. */
export function comesBefore(first: RankInput, second: RankInput, now: Date, order: RankOrder = usualRankOrder): number {
  return (
    tierOf(first, now, order) - tierOf(second, now, order) ||
    shareOfTarget(second, now) - shareOfTarget(first, now) ||
    first.receivedAt.getTime() - second.receivedAt.getTime() ||
    (first.id < second.id ? -1 : 1)
  );
}

/** What put somebody where they stand: the band, having risen, or the share of the target alone. */
function causeOf(entry: RankInput, share: number, order: RankOrder): RankReason['code'] {
  if (entry.band <= order.firstBands) return 'band';
  if (order.risesAt === null) return 'share';
  return share > risingShare(order) ? 'breach' : 'band';
}

/** The facts behind a rank. */
export function explainRank(entry: RankInput, now: Date, order: RankOrder = usualRankOrder): RankReason {
  const receivedOn = calendarDayOf(entry.receivedAt);
  const share = shareOfTarget(entry, now);
  return {
    code: causeOf(entry, share, order),
    risesAt: order.risesAt,
    urgency: entry.urgency,
    waitedDays: calendarDaysBetween(receivedOn, calendarDayOf(now)),
    targetDays: entry.targetDays,
    share,
    receivedOn,
  };
}

/** Everybody in order, with rank and reason. Pure: the same entries, instant and rule always give the same order. */
export function inOrder<Entry extends RankInput>(entries: readonly Entry[], now: Date, order: RankOrder = usualRankOrder): Ranked<Entry>[] {
  return [...entries]
    .sort((first, second) => comesBefore(first, second, now, order))
    .map((entry, index) => ({ entry, rank: index + 1, reason: explainRank(entry, now, order) }));
}

/** The day by which the target time of an entry is used up. */
export const targetDay = (entry: Pick<RankInput, 'receivedAt' | 'targetDays'>): string =>
  addCalendarDays(calendarDayOf(entry.receivedAt), Math.ceil(entry.targetDays));
