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
  return t(`waitingList.shortNotice.${form}.yes`, { time: noticeTime(t, minimumNoticeHours) });
}

/** `4 Stunden`, `2 Tagen`. */
export function noticeTime(t: Text, hours: number): string {
  const inDays = hours >= 2 * hoursPerDay && hours % hoursPerDay === 0;
  return inDays ? t('waitingList.shortNotice.days', { count: hours / hoursPerDay }) : t('waitingList.shortNotice.hours', { count: hours });
}
