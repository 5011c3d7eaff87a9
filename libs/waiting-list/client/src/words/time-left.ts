import type { Text, Tone } from '@lotse/client-kit/ui';

const minute = 60_000;
const minutesPerHour = 60;
const minutesPerDay = 1440;

/** The time until something, cut into what is said: days and hours, or hours and minutes. */
export interface TimeLeft {
  readonly isOver: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** How much time is left. A minute that has begun counts, so that four hours are said as four hours. */
export function timeLeft(until: string, now: number): TimeLeft {
  const left = Date.parse(until) - now;
  const total = Math.max(0, left >= minute ? Math.ceil(left / minute) : 0);
  const days = Math.floor(total / minutesPerDay);
  return {
    isOver: left <= 0,
    days,
    hours: Math.floor((total % minutesPerDay) / minutesPerHour),
    minutes: days > 0 ? 0 : total % minutesPerHour,
  };
}

/** `noch 3 Stunden 20 Minuten` */
export function timeLeftText(t: Text, until: string, now: number): string {
  const left = timeLeft(until, now);
  if (left.isOver) return t('waitingList.left.over');
  const parts = (['days', 'hours', 'minutes'] as const)
    .filter((unit) => left[unit] > 0)
    .map((unit) => t(`waitingList.left.${unit}`, { count: left[unit] }));
  return parts.length === 0 ? t('waitingList.left.lessThanAMinute') : t('waitingList.left.some', { time: parts.join(' ') });
}

/** How urgent an answer is. */
export function toneOfTimeLeft(until: string, now: number): Tone {
  const left = Date.parse(until) - now;
  if (left <= 0) return 'overdue';
  return left <= minutesPerHour * minute ? 'due' : 'plain';
}
