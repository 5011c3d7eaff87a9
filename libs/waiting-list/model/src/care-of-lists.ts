import type { CalendarDay } from '@lotse/kernel';
import { deadlinesOn, urgencies, type RegionSettings, type Urgency } from '@lotse/region/model';

/** When a county asks whom on its lists, in days. The worker gives it to the database, which knows the time. */
export interface CareOfLists {
  milestones: number[];
  last: number;
  again: number;
  checkIns: Partial<Record<Urgency, number>>;
}

/** The rules of a county about its lists are deadlines like the others: with versions, and changed where the others are. */
export function careOfLists(settings: Pick<RegionSettings, 'deadlines'>, day: CalendarDay): CareOfLists {
  const inDays = new Map(
    deadlinesOn(settings, day)
      .filter(({ start }) => start === 'on_list')
      .map(({ code, amount, unit }) => [code, unit === 'weeks' ? amount * 7 : amount]),
  );
  const milestones = ['list_check_first', 'list_check_second', 'list_check_third']
    .flatMap((code) => inDays.get(code) ?? [])
    .sort((a, b) => a - b);
  const checkIns = Object.fromEntries(
    urgencies.flatMap((urgency) => {
      const days = inDays.get(`check_in_${urgency}`);
      return days === undefined ? [] : [[urgency, days]];
    }),
  ) as CareOfLists['checkIns'];
  // Without a rule for "again" nobody is asked again for as long as anybody lives.
  return { milestones, last: milestones.at(-1) ?? 36_500, again: inDays.get('list_check_again') ?? 36_500, checkIns };
}
