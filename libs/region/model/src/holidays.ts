import { addCalendarDays, easterSunday, weekdayOf, type CalendarDay, type WorkingDayRule } from '@lotse/kernel';

/** Holidays with a fixed date, `MM-DD`, that hold everywhere; and days after Easter Sunday: Good Friday, Easter Monday, Ascension, Whit Monday. */
const fixedEverywhere = ['01-01', '05-01', '10-03', '12-25', '12-26'] as const;
const movableEverywhere = [-2, 1, 39, 50] as const;

const [epiphany, womensDay, assumption, childrensDay, reformation, allSaints] = ['01-06', '03-08', '08-15', '09-20', '10-31', '11-01'];
const [easterDay, whitSunday, corpusChristi] = [0, 49, 60];

/** What a federal state keeps besides. Where a day is kept in some municipalities only (Mariä Himmelfahrt in Bayern), it does not count. */
const besides: Readonly<Record<string, { fixed?: readonly string[]; movable?: readonly number[]; repentance?: true }>> = {
  'DE-BB': { fixed: [reformation], movable: [easterDay, whitSunday] },
  'DE-BE': { fixed: [womensDay] },
  'DE-BW': { fixed: [epiphany, allSaints], movable: [corpusChristi] },
  'DE-BY': { fixed: [epiphany, allSaints], movable: [corpusChristi] },
  'DE-HB': { fixed: [reformation] },
  'DE-HE': { movable: [corpusChristi] },
  'DE-HH': { fixed: [reformation] },
  'DE-MV': { fixed: [womensDay, reformation] },
  'DE-NI': { fixed: [reformation] },
  'DE-NW': { fixed: [allSaints], movable: [corpusChristi] },
  'DE-RP': { fixed: [allSaints], movable: [corpusChristi] },
  'DE-SH': { fixed: [reformation] },
  'DE-SL': { fixed: [assumption, allSaints], movable: [corpusChristi] },
  'DE-SN': { fixed: [reformation], repentance: true },
  'DE-ST': { fixed: [epiphany, reformation] },
  'DE-TH': { fixed: [childrensDay, reformation] },
};

/** Buß- und Bettag: the Wednesday before 23 November. */
function repentanceDay(year: number): CalendarDay {
  const eve = `${year}-11-22`;
  return addCalendarDays(eve, -((weekdayOf(eve) + 4) % 7));
}

/** The public holidays of a federal state in a year, in order. An unknown state answers an empty list. */
export function holidaysOf(land: string, year: number): CalendarDay[] {
  const own = besides[land];
  if (!own) return [];
  const easter = easterSunday(year);
  const fixed = [...fixedEverywhere, ...(own.fixed ?? [])].map((monthAndDay) => `${year}-${monthAndDay}`);
  const movable = [...movableEverywhere, ...(own.movable ?? [])].map((days) => addCalendarDays(easter, days));
  return [...fixed, ...movable, ...(own.repentance ? [repentanceDay(year)] : [])].sort();
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
