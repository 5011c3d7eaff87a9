import type { CalendarDay, Problem } from '@lotse/kernel';
import { reasonsOn, type ReasonList, type RegionSettings } from '@lotse/region/model';
import { commentMissing, unknownReason } from './referral.problems';

/** Why a reason is not taken: the county does not have it on that day, or it needs a comment. */
export function refusedReason(
  given: { list: ReasonList; code: string; comment?: string; commentField?: string },
  settings: Pick<RegionSettings, 'reasons'>,
  today: CalendarDay,
): Problem | undefined {
  const found = reasonsOn(settings, given.list, today).find(({ code }) => code === given.code);
  if (!found) return unknownReason({ context: { list: given.list, code: given.code } });
  return found.comment === 'required' && !given.comment
    ? commentMissing({ fields: [{ field: given.commentField ?? 'comment', code: 'required', message: 'This is needed.' }] })
    : undefined;
}
