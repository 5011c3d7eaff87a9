import type { Text } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';

/** `Pausiert bis 24.11.2026`, also of a pause that is still to come. */
export function pauseText(
  t: Text,
  { startsOn, endsOn }: { startsOn: string; endsOn: string | null },
  dayText: (day: string) => string,
  today = calendarDayOf(new Date()),
): string {
  if (startsOn > today) return t('waitingEntry.pauses.later', { day: dayText(startsOn) });
  return endsOn === null ? t('waitingEntry.pauses.nowOpen') : t('waitingEntry.pauses.now', { day: dayText(endsOn) });
}
