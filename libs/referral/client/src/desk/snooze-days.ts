import { addCalendarDays, type CalendarDay } from '@lotse/kernel';

/** A day that is offered without looking into a calendar. */
export interface SnoozeDay {
  readonly key: 'tomorrow' | 'monday' | 'week';
  readonly day: CalendarDay;
}

const saturday = 6;

/** Tomorrow (or, before the weekend, no such thing), Monday, a week from today; each day once. */
export function snoozeDays(today: CalendarDay): SnoozeDay[] {
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  const monday = addCalendarDays(today, (8 - weekday) % 7 || 7);
  const tomorrow = addCalendarDays(today, 1);
  const isWorkday = (weekday + 1) % 7 !== saturday && (weekday + 1) % 7 !== 0;
  const days: SnoozeDay[] = [
    ...(isWorkday ? [{ key: 'tomorrow' as const, day: tomorrow }] : []),
    { key: 'monday', day: monday },
    { key: 'week', day: addCalendarDays(today, 7) },
  ];
  return days.filter(({ day }, index) => days.findIndex((other) => other.day === day) === index);
}
