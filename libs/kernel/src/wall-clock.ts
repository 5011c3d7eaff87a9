import * as z from 'zod';
import { timeZone } from './calendar-day';

/** What the clock on the wall shows, `09:30`. */
export const wallClockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type WallClock = z.output<typeof wallClockSchema>;

const clockFormat = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** What the clock in Europe/Berlin shows at an instant. */
export function wallClockOf(instant: Date | string): WallClock {
  return clockFormat.format(new Date(instant));
}

/** Minutes since midnight, as a clock shows them; `24:00` is the end of the day. */
export function minutesOfClock(clock: WallClock): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** What the clock shows so many minutes after midnight. */
export function clockOfMinutes(minutes: number): WallClock {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
