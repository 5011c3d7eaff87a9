import { endpoint, millisecondsPerDay, type CalendarDay } from '@lotse/kernel';
import {
  countyRulePermissions,
  lastDayOf,
  reasonListSchema,
  writtenDeadlineSchema,
  type DeadlineRule,
  type RegionSettings,
} from '@lotse/region/model';
import * as z from 'zod';

/** What another rule would mean for what runs: how many would end earlier or later, and by how many days at most. */
export const deadlineShiftSchema = z.object({
  running: z.number().int(),
  earlier: z.number().int(),
  later: z.number().int(),
  same: z.number().int(),
  furthestEarlier: z.number().int(),
  furthestLater: z.number().int(),
});
export type DeadlineShift = z.output<typeof deadlineShiftSchema>;

const daysBetween = (from: CalendarDay, to: CalendarDay): number => Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);

/** How far deadlines that run would move if they had begun under another rule. They do not: this is for whoever thinks about changing it. */
export function shiftOf(
  running: readonly { startsOn: CalendarDay; dueOn: CalendarDay; count: number }[],
  rule: Pick<DeadlineRule, 'amount' | 'unit' | 'saturdayCounts' | 'movesToWorkingDay'>,
  settings: Pick<RegionSettings, 'land' | 'saturdayCounts'>,
): DeadlineShift {
  const shift = { running: 0, earlier: 0, later: 0, same: 0, furthestEarlier: 0, furthestLater: 0 };
  for (const { startsOn, dueOn, count } of running) {
    const days = daysBetween(dueOn, lastDayOf(rule, startsOn, settings));
    shift.running += count;
    if (days === 0) shift.same += count;
    else shift[days < 0 ? 'earlier' : 'later'] += count;
    shift.furthestEarlier = Math.max(shift.furthestEarlier, -days);
    shift.furthestLater = Math.max(shift.furthestLater, days);
  }
  return shift;
}

/** Counts only: whoever administers the county sees no referral. */
export const previewDeadlineRule = endpoint({
  method: 'POST',
  path: 'county-rules/deadlines/preview',
  summary: 'What another rule would mean for the open referrals that this deadline runs for: how many would be due earlier or later.',
  may: countyRulePermissions.change,
  body: z.strictObject({ rule: writtenDeadlineSchema }),
  response: deadlineShiftSchema,
  repeatable: true,
});

export const readReasonUses = endpoint({
  method: 'GET',
  path: 'county-rules/reasons/uses',
  summary: 'How often each reason was given in the last year.',
  may: countyRulePermissions.read,
  response: z.object({ items: z.array(z.object({ list: reasonListSchema, code: z.string(), uses: z.number().int() })) }),
});
