import { calendarDaySchema, invalidState, type Problem } from '@lotse/kernel';
import * as z from 'zod';
import { move, reasonCode } from './move';
import { referralPermissions } from './referral.permissions';
import { unknownDeadline } from './referral.problems';
import type { ReferralState } from './referral.lifecycle';

export const setDeadline = move(
  'set-deadline',
  referralPermissions.setDeadline,
  'Begin a deadline of the county on a day, or move it, as when the day of a discharge changes.',
  z.strictObject({ code: reasonCode, startsOn: calendarDaySchema }),
  [unknownDeadline],
);

const ended: readonly ReferralState[] = ['closed', 'withdrawn', 'entered_in_error'];

/** Why no deadline begins any more: nobody waits. */
export const refusedSettingDeadline = (state: ReferralState): Problem | undefined =>
  ended.includes(state) ? invalidState({ context: { state } }) : undefined;
