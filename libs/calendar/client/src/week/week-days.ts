import { addCalendarDays, calendarDayOf, instantAt, weekdayOf, type CalendarDay } from '@lotse/kernel';

const isDay = (text: string | undefined): text is CalendarDay =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T12:00:00Z`));

/** The Monday of the week a day lies in. */
export function mondayOf(day: CalendarDay): CalendarDay {
  return addCalendarDays(day, 1 - weekdayOf(day));
}

/** The week an address names by any of its days; without one, or with nonsense, this week. */
export function weekOf(text: string | undefined, now = new Date()): CalendarDay {
  return mondayOf(isDay(text) ? text : calendarDayOf(now));
}

/** The day an address names; without one, or with nonsense, today. */
export const dayOf = (text: string | undefined, now = new Date()): CalendarDay => (isDay(text) ? text : calendarDayOf(now));

/** Monday to Sunday. */
export const daysOfWeek = (monday: CalendarDay): CalendarDay[] => Array.from({ length: 7 }, (_, index) => addCalendarDays(monday, index));

/** The number of a week as calendars print it (ISO 8601: the week of the first Thursday is week 1). */
export function weekNumber(monday: CalendarDay): number {
  const thursday = addCalendarDays(monday, 3);
  const firstThursday = addCalendarDays(mondayOf(`${thursday.slice(0, 4)}-01-04`), 3);
  return Math.round((Date.parse(thursday) - Date.parse(firstThursday)) / 604_800_000) + 1;
}

/** A week as a span of instants, in the zone in which days are counted. */
export const spanOfWeek = (monday: CalendarDay): { from: string; to: string } => ({
  from: instantAt(monday).toISOString(),
  to: instantAt(addCalendarDays(monday, 7)).toISOString(),
});
