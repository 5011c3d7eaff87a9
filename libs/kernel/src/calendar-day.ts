import * as z from 'zod';

/** The zone in which a day begins and ends for everybody here. */
export const timeZone = 'Europe/Berlin';

/** A day without a time, `2026-11-22`, as people in the county count it. */
export const calendarDaySchema = z.iso.date();
export type CalendarDay = z.output<typeof calendarDaySchema>;

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
const offsetFormat = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
/** A day of 24 hours; a day of the calendar may have 23 or 25 of them. */
export const millisecondsPerDay = 86_400_000;

/** The instant so many times 24 hours after another one, or before it. */
export const daysAfter = (instant: Date | number, days: number): Date => new Date(Number(instant) + days * millisecondsPerDay);

/** The day an instant falls on in Europe/Berlin. */
export function calendarDayOf(instant: Date): CalendarDay {
  return dayFormat.format(instant);
}

/** Adds calendar days; a day with 23 or 25 hours counts as one day. */
export function addCalendarDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Which day of the week a day is: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** How many midnights lie between two days; negative when `to` is earlier. */
export function calendarDaysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay);
}

/** Minutes by which Europe/Berlin is ahead of UTC at an instant. */
function offsetMinutes(instant: Date): number {
  const name = offsetFormat.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT+00:00';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** The instant at which the clock in Europe/Berlin shows `time` (`HH:MM`) on a day. */
export function instantAt(day: CalendarDay, time = '00:00'): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const guess = new Date(wall - offsetMinutes(new Date(wall)) * 60_000);
  return new Date(wall - offsetMinutes(guess) * 60_000);
}

/** Easter Sunday of a year (Gregorian computus); church holidays hang on it. */
export function easterSunday(year: number): CalendarDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * correction + 114;
  return `${year}-${String(Math.floor(count / 31)).padStart(2, '0')}-${String((count % 31) + 1).padStart(2, '0')}`;
}

/** How working days are counted: which days are holidays, and whether a Saturday counts (as "Werktag" does in German law). */
export interface WorkingDayRule {
  isHoliday(day: CalendarDay): boolean;
  saturdayCounts: boolean;
}

export function isWorkingDay(day: CalendarDay, rule: WorkingDayRule): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 7 || (weekday === 6 && !rule.saturdayCounts)) return false;
  return !rule.isHoliday(day);
}

/** The day on which the n-th working day after `day` falls; the event day itself is not counted (§ 187 BGB). */
export function addWorkingDays(day: CalendarDay, count: number, rule: WorkingDayRule): CalendarDay {
  let found = day;
  for (let left = count; left > 0;) {
    found = addCalendarDays(found, 1);
    if (isWorkingDay(found, rule)) left--;
  }
  return found;
}
