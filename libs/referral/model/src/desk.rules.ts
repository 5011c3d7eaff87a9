import { calendarDayOf, instantAt, invalidState, type CalendarDay, type Problem } from '@lotse/kernel';
import { snoozeNotAhead, snoozePastDue } from './desk.problems';
import { referralLifecycle, type ReferralState } from './referral.lifecycle';

/** What was put aside is back when the office opens. */
const officeOpens = '08:00';

/** When a referral that is put aside until a day comes back: at eight in the morning in Europe/Berlin. */
export const comesBackAt = (day: CalendarDay): Date => instantAt(day, officeOpens);

/** Why nothing can be put aside until a day: it would be back at once. */
export function refusedSnoozeDay(day: CalendarDay, now: Date): Problem | undefined {
  return comesBackAt(day) > now ? undefined : snoozeNotAhead({ context: { today: calendarDayOf(now) } });
}

/** Why a referral is not put on anybody's desk any more: it has ended. */
export function refusedOnDesk(state: ReferralState): Problem | undefined {
  return state === 'closed' || referralLifecycle.isFinal(state) ? invalidState({ context: { state } }) : undefined;
}

/** Why a referral cannot be put aside until then: it has ended, or somebody must act before (promise 2: the due date is never hidden). */
export function refusedSnooze(until: Date, referral: { state: ReferralState; dueAt: Date | null }): Problem | undefined {
  const ended = refusedOnDesk(referral.state);
  if (ended) return ended;
  const tooLate = referral.dueAt !== null && until > referral.dueAt;
  return tooLate ? snoozePastDue({ context: { dueAt: referral.dueAt!.toISOString() } }) : undefined;
}
