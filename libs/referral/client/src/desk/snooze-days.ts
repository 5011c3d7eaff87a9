import { addCalendarDays, weekdayOf, type CalendarDay } from '@lotse/kernel';

/** A day that is offered without looking into a calendar. */
export interface SnoozeDay {
  readonly key: 'tomorrow' | 'monday' | 'week';
  readonly day: CalendarDay;
}

/** Tomorrow (or, before the weekend, no such thing), Monday, a week from today; each day once. */
export function snoozeDays(today: CalendarDay): SnoozeDay[] {
  const weekday = weekdayOf(today);
  const monday = addCalendarDays(today, 8 - weekday);
  const tomorrow = addCalendarDays(today, 1);
  const beforeWorkday = weekday < 5 || weekday === 7;
  const days: SnoozeDay[] = [
    ...(beforeWorkday ? [{ key: 'tomorrow' as const, day: tomorrow }] : []),
    { key: 'monday', day: monday },
    { key: 'week', day: addCalendarDays(today, 7) },
  ];
  return days.filter(({ day }, index) => days.findIndex((other) => other.day === day) === index);
}
