import { addCalendarDays, easterSunday, type CalendarDay, type WorkingDayRule } from '@lotse/kernel';

/** Holidays with a fixed date, `MM-DD`, by federal state. Only states that have a county in Lotse are listed. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  'DE-BW': ['01-01', '01-06', '05-01', '10-03', '11-01', '12-25', '12-26'],
};

/** Days after Easter Sunday: Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi. */
const movable: Readonly<Record<string, readonly number[]>> = {
  'DE-BW': [-2, 1, 39, 50, 60],
};

/** The public holidays of a federal state in a year, in order. An unknown state answers an empty list. */
export function holidaysOf(land: string, year: number): CalendarDay[] {
  const easter = easterSunday(year);
  const dates = (fixed[land] ?? []).map((monthAndDay) => `${year}-${monthAndDay}`);
  return [...dates, ...(movable[land] ?? []).map((days) => addCalendarDays(easter, days))].sort();
}

/** How a county counts working days. */
export function workingDaysOf(settings: { land: string; saturdayCounts: boolean }): WorkingDayRule {
  const byYear = new Map<number, Set<CalendarDay>>();
  return {
    saturdayCounts: settings.saturdayCounts,
    isHoliday(day) {
      const year = Number(day.slice(0, 4));
      if (!byYear.has(year)) byYear.set(year, new Set(holidaysOf(settings.land, year)));
      return byYear.get(year)!.has(day);
    },
  };
}
