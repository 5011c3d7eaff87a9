import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import type { Pause, PastOffer, WaitingListEntryDetail } from '@lotse/waiting-list/model';

/** Days in which nothing is offered after a decline; they end by themselves. */
export interface CoolOff {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The first day on which something is offered again. */
  readonly again: string;
  readonly isOver: boolean;
  readonly reason: NonNullable<PastOffer['declineReason']>;
}

/** What stands among the pauses: days that somebody asked for, or days that followed from a decline. */
export type DaysOff = { readonly pause: Pause; readonly coolOff?: undefined } | { readonly coolOff: CoolOff; readonly pause?: undefined };

function coolOffOf({ id, answeredAt, declineReason, coolsOffUntil }: PastOffer, today: string): CoolOff[] {
  if (answeredAt === null || declineReason === null || coolsOffUntil === null) return [];
  const startsOn = calendarDayOf(new Date(answeredAt));
  const endsOn = addCalendarDays(coolsOffUntil, -1);
  return [{ id, startsOn, endsOn, again: coolsOffUntil, isOver: coolsOffUntil <= today, reason: declineReason }];
}

const startOf = ({ pause, coolOff }: DaysOff): string => (pause ?? coolOff).startsOn;

/** Both kinds in one line of time, the latest first. */
export function daysOffOf({ pauses, offers }: Pick<WaitingListEntryDetail, 'pauses' | 'offers'>, today: string): DaysOff[] {
  const after = offers.flatMap((offer) => coolOffOf(offer, today).map((coolOff) => ({ coolOff })));
  return [...pauses.map((pause) => ({ pause })), ...after].sort((one, other) => startOf(other).localeCompare(startOf(one)));
}
