import { problem, type Problem } from '@lotse/kernel';
import type { ReferralAct, ReferralState } from './referral.lifecycle';

export const undoNotYours = problem('undo-not-yours', 403, 'Another organisation took the last step.');
export const undoNotPossible = problem('undo-not-possible', 422, 'The last step cannot be taken back.');
export const undoOvertaken = problem('undo-overtaken', 409, 'Something else has happened since.');
export const undoTooLate = problem('undo-too-late', 422, 'This is too long ago to be taken back.');

/**
 * Acts that can be taken back: those of triage, and what was written down about somebody's coming. They change nothing outside of the house:
 * what was sent to a person, booked or given up for good is never undone, it is answered by an act of its own.
 */
export const undoableActs = [
  'start_triage',
  'request_info',
  'accept',
  'decline',
  'redirect',
  'attend',
  'no_show',
] as const satisfies readonly ReferralAct[];
export type UndoableAct = (typeof undoableActs)[number];

/** Within a day a slip is noticed; after that the other side has planned with it, and an ordinary act says what is new. */
export const undoWithinHours = 24;

/** The last step of a referral, as far as taking it back goes. */
export interface LastStep {
  act: string;
  organisationId: string;
  at: Date;
  /** Whether the referral was changed since without a step, as when a release is revoked. */
  isOvertaken: boolean;
  /** Whether the step remembers what was before. */
  isRemembered?: boolean;
}

/** On a list something else hangs on a referral, which taking back a step would not bring back. */
const onList: readonly ReferralState[] = ['waitlisted', 'suspended', 'offered', 'rebook_required'];
export const isOnList = (state: ReferralState): boolean => onList.includes(state);

export const isUndoable = (act: string): act is UndoableAct => (undoableActs as readonly string[]).includes(act);

/** Why the last step of a referral cannot be taken back. */
export function refusedUndo(last: LastStep, organisationId: string, now: Date): Problem | undefined {
  const { act } = last;
  if (last.organisationId !== organisationId) return undoNotYours({ context: { act } });
  if (!isUndoable(act) || last.isRemembered === false) return undoNotPossible({ context: { act } });
  if (last.isOvertaken) return undoOvertaken({ context: { act } });
  const hours = (now.getTime() - last.at.getTime()) / 3_600_000;
  return hours > undoWithinHours ? undoTooLate({ context: { act, at: last.at.toISOString(), hours: undoWithinHours } }) : undefined;
}
