import type { Text } from '@lotse/client-kit/ui';
import type { WaitingListEntry } from '@lotse/waiting-list/model';

const hoursPerDay = 24;

/** Whether somebody can come at short notice, and how much notice they need: a line that stands alone, or the answer below a heading. */
export function shortNoticeText(
  t: Text,
  { shortNotice, minimumNoticeHours }: Pick<WaitingListEntry, 'shortNotice' | 'minimumNoticeHours'>,
  form: 'answer' | 'line',
): string {
  if (!shortNotice) return t(`waitingList.shortNotice.${form}.no`);
  const inDays = minimumNoticeHours >= 2 * hoursPerDay && minimumNoticeHours % hoursPerDay === 0;
  const time = inDays
    ? t('waitingList.shortNotice.days', { count: minimumNoticeHours / hoursPerDay })
    : t('waitingList.shortNotice.hours', { count: minimumNoticeHours });
  return t(`waitingList.shortNotice.${form}.yes`, { time });
}
