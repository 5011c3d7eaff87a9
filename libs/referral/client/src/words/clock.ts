import { daysAfter } from '@lotse/kernel';
import type { Referral, ReferralRow } from '@lotse/referral/model';
import { isEnded } from './state-groups';

/** From when to when somebody should have been seen for the first time; the one clock that nothing resets. */
export interface Clock {
  readonly start: string;
  readonly due: string;
}

/** The clock of a row: its target is where the share of the time that has passed points to. */
export function clockOfRow(
  { sentAt, waitedShare, state }: Pick<ReferralRow, 'sentAt' | 'waitedShare' | 'state'>,
  now = Date.now(),
): Clock | undefined {
  if (sentAt === null || waitedShare === null || waitedShare <= 0 || isEnded(state)) return undefined;
  const start = Date.parse(sentAt);
  return { start: sentAt, due: new Date(start + (now - start) / waitedShare).toISOString() };
}

export function clockOf({
  clockStartedAt,
  targetDays,
  state,
}: Pick<Referral, 'clockStartedAt' | 'targetDays' | 'state'>): Clock | undefined {
  if (clockStartedAt === null || targetDays === null || isEnded(state)) return undefined;
  return { start: clockStartedAt, due: daysAfter(Date.parse(clockStartedAt), targetDays).toISOString() };
}
