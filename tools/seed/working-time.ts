import { addCalendarDays, calendarDayOf, instantAt, isWorkingDay, type CalendarDay } from '@lotse/kernel';
import { workingDaysOf } from '@lotse/region/model';

const opens = '08:00';
const minutesOfDay = 540;
const minute = 60_000;

/** When practices and clinics work: 8 to 17 on working days from Monday to Friday, in Baden-Württemberg. */
export interface WorkingTime {
  now: Date;
  /** The instant so many working minutes before now; nothing of a history happens at night or on a Sunday. */
  minutesAgo(minutes: number): Date;
  /** The working day so many working days before today, or after it; 0 is today, or the last one before it. */
  day(workingDays: number): CalendarDay;
}

export function workingTime(now: Date): WorkingTime {
  const rule = workingDaysOf({ land: 'DE-BW', saturdayCounts: false });
  const today = calendarDayOf(now);
  const past: CalendarDay[] = [];
  const coming: CalendarDay[] = [];
  const step = (from: CalendarDay, direction: 1 | -1): CalendarDay => {
    let day = addCalendarDays(from, direction);
    while (!isWorkingDay(day, rule)) day = addCalendarDays(day, direction);
    return day;
  };
  const begun = isWorkingDay(today, rule)
    ? Math.min(minutesOfDay, Math.max(0, (now.getTime() - instantAt(today, opens).getTime()) / minute))
    : 0;
  const before = (index: number): CalendarDay => {
    while (past.length <= index) past.push(step(past.at(-1) ?? today, -1));
    return past[index]!;
  };
  const after = (index: number): CalendarDay => {
    while (coming.length <= index) coming.push(step(coming.at(-1) ?? today, 1));
    return coming[index]!;
  };
  return {
    now,
    minutesAgo(minutes) {
      if (minutes < begun) return new Date(instantAt(today, opens).getTime() + Math.round((begun - minutes) * minute));
      const left = minutes - begun;
      const days = Math.floor(left / minutesOfDay);
      return new Date(instantAt(before(days), opens).getTime() + Math.round((minutesOfDay - (left - days * minutesOfDay)) * minute));
    },
    day(workingDays) {
      if (workingDays > 0) return after(workingDays - 1);
      if (begun > 0) return workingDays === 0 ? today : before(-workingDays - 1);
      return before(-workingDays);
    },
  };
}
