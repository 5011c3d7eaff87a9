import type { Text } from '@lotse/client-kit/ui';
import type { WaitingListEntry } from '@lotse/waiting-list/model';

const hoursPerDay = 24;

/** Whether somebody can come at short notice, and how much notice they need; `long` stands alone, `short` below a heading. */
export function shortNoticeText(
  t: Text,
  { shortNotice, minimumNoticeHours }: Pick<WaitingListEntry, 'shortNotice' | 'minimumNoticeHours'>,
  form: 'short' | 'long',
): string {
  if (!shortNotice) return t(form === 'short' ? 'waitingList.shortNotice.no' : 'waitingList.shortNotice.longNo');
  const inDays = minimumNoticeHours >= 2 * hoursPerDay && minimumNoticeHours % hoursPerDay === 0;
  const count = inDays ? minimumNoticeHours / hoursPerDay : minimumNoticeHours;
  const unit = form === 'short' ? (inDays ? 'days' : 'hours') : inDays ? 'leadDays' : 'leadHours';
  const time = t(`waitingList.shortNotice.${unit}`, { count });
  return t(form === 'short' ? 'waitingList.shortNotice.yes' : 'waitingList.shortNotice.long', { time });
}
