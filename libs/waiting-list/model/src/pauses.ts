import { addCalendarDays, calendarDayOf, calendarDaysBetween, calendarDaySchema, idSchema, problem, type Problem } from '@lotse/kernel';
import { notAboutThePerson, ofPart } from '@lotse/people/model';
import * as z from 'zod';

export const pauseReasonSchema = z.enum(['hospital', 'rehabilitation', 'away', 'family', 'work', 'own_wish', 'other']);

/** Whole days in which somebody cannot come, seen by both sides. The clock goes on; beside it stands one without these days. */
export const pauseSchema = z.object({
  id: idSchema,
  startsOn: calendarDaySchema,
  /** The last day; null until somebody says so. */
  endsOn: calendarDaySchema.nullable(),
  reason: ofPart('appointments', pauseReasonSchema),
  note: ofPart('appointments', z.string().nullable()),
  createdByName: notAboutThePerson(z.string()),
  createdAt: z.iso.datetime(),
  version: z.number().int(),
});
export type Pause = z.output<typeof pauseSchema>;

export const pauseInHindsight = problem(
  'pause-in-hindsight',
  422,
  'A pause begins today or later; days that are over stay what they were.',
  'startsOn',
);
export const pauseEndsBeforeItBegins = problem('pause-ends-before-it-begins', 422, 'The last day is before the first one.', 'endsOn');
export const pauseOverlaps = problem('pause-overlaps', 422, 'There is another pause at that time.', 'startsOn');
export const pauseIsOver = problem('pause-is-over', 409, 'This pause is over: what was, is not changed.');

interface Days {
  startsOn: string;
  endsOn: string | null;
}

const lastDay = '9999-12-31';

/** Why a pause cannot begin so: never in hindsight, never twice at a time. The database keeps the same. */
export function refusedPause(pause: Days, others: readonly Days[], today: string): Problem | undefined {
  if (pause.startsOn < today) return pauseInHindsight({ context: { today } });
  if (pause.endsOn !== null && pause.endsOn < pause.startsOn) return pauseEndsBeforeItBegins();
  const overlaps = others.some(
    (other) => other.startsOn <= (pause.endsOn ?? lastDay) && pause.startsOn <= (other.endsOn ?? lastDay) && !isEmpty(other),
  );
  return overlaps ? pauseOverlaps() : undefined;
}

/** A pause that was called off before its first day was over. */
const isEmpty = ({ startsOn, endsOn }: Days): boolean => endsOn !== null && endsOn < startsOn;

/** Why a pause cannot end so: what is over stays what it was. Yesterday is the earliest last day, for somebody who is back today. */
export function refusedPauseEnd(pause: Days, endsOn: string | null, today: string): Problem | undefined {
  const yesterday = addCalendarDays(today, -1);
  if (pause.endsOn !== null && pause.endsOn < today) return pauseIsOver();
  if (endsOn === null) return undefined;
  if (endsOn < yesterday) return pauseInHindsight({ context: { today } });
  return endsOn < addCalendarDays(pause.startsOn, -1) ? pauseEndsBeforeItBegins() : undefined;
}

/** Where a pause that is given up now ends: yesterday, or before its first day if it has not begun. */
export const endOfPauseNow = ({ startsOn }: Days, today: string): string => {
  const yesterday = addCalendarDays(today, -1);
  const dayBefore = addCalendarDays(startsOn, -1);
  return dayBefore > yesterday ? dayBefore : yesterday;
};

/** The pause that a day lies in. */
export const pauseOn = <Pause extends Days>(pauses: readonly Pause[], day: string): Pause | undefined =>
  pauses.find(({ startsOn, endsOn }) => startsOn <= day && day <= (endsOn ?? lastDay));

/** Both clocks: all days since the referral was sent, and those of them in which the person could have come. */
export function waitedDays(receivedAt: Date, pauses: readonly Days[], now: Date): { total: number; withoutPauses: number } {
  const today = calendarDayOf(now);
  const receivedOn = calendarDayOf(receivedAt);
  const total = Math.max(0, calendarDaysBetween(receivedOn, today));
  const paused = pauses.reduce((days, { startsOn, endsOn }) => {
    const first = startsOn < receivedOn ? receivedOn : startsOn;
    // Today is not over, for the one clock or for the other.
    const end = endsOn === null || endsOn >= today ? today : addCalendarDays(endsOn, 1);
    return days + Math.max(0, calendarDaysBetween(first, end));
  }, 0);
  return { total, withoutPauses: Math.max(0, total - paused) };
}
