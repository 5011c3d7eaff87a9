import { slotOverlaps } from '@lotse/calendar/model';
import { Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { clashesOf, type WantedTime } from './clashes';

/**
 * Whose reason counts: time that is free is given out as usual, whoever may give it out twice. Time that is taken needs a reason.
 * @param reason why it is given out although it may be taken; null where nobody said so
 * @returns the reason, where something is in the way
 */
export async function expectFreeTimeOrReason(transaction: Transaction, wanted: WantedTime, reason: string | null): Promise<string | null> {
  if (reason === null) await expectFreeTime(transaction, wanted);
  else if ((await clashesOf(transaction, [wanted])).length > 0) return reason;
  return null;
}

/** Refuses time that is taken already, and says what with. */
async function expectFreeTime(transaction: Transaction, wanted: WantedTime): Promise<void> {
  const [clash] = await clashesOf(transaction, [wanted]);
  if (!clash) return;
  const { slotId, scheduleName, startsAt, endsAt, takenFrom, takenUntil } = clash;
  const span = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  const taken = { takenFrom: takenFrom.toISOString(), takenUntil: takenUntil.toISOString() };
  throw new Refusal(slotOverlaps({ context: { slotId, scheduleName, ...span, ...taken } }));
}
