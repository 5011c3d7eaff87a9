import { addCalendarDays, instantAt, type CalendarDay } from '@lotse/kernel';
import * as packaged from 'rrule';

// The package has two forms: Node finds everything below `default`, bundlers find it at the top.
const inner = (packaged as unknown as { default: typeof packaged }).default;
const { RRule } = 'RRule' in inner ? inner : packaged;

const atMidnight = (day: CalendarDay): Date => new Date(`${day}T00:00:00Z`);

/**
 * The days of a rule between two days, both included. Days only: the library counts in UTC, where every day has a midnight; what
 * the clock on the wall shows on such a day is `spanOn`'s business.
 */
export function daysOf(rule: string, startsOn: CalendarDay, from: CalendarDay, until: CalendarDay): CalendarDay[] {
  if (until < from) return [];
  const recurring = new RRule({ ...RRule.parseString(rule), dtstart: atMidnight(startsOn) });
  return recurring.between(atMidnight(from), atMidnight(until), true).map((day) => day.toISOString().slice(0, 10));
}

/** When something lies that begins at a time by the clock on the wall: 09:00 stays 09:00, in summer and in winter. */
export function spanOn(day: CalendarDay, startsAt: string, minutes: number): { begins: Date; ends: Date } {
  const begins = instantAt(day, startsAt);
  return { begins, ends: new Date(begins.getTime() + minutes * 60_000) };
}

export const weeksFrom = (day: CalendarDay, weeks: number): CalendarDay => addCalendarDays(day, weeks * 7 - 1);
