import { slotOverlaps } from '@lotse/calendar/model';
import { Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { clashesOf, type WantedTime } from './clashes';

/** Refuses time that is taken already, and says what with. */
export async function expectFreeTime(transaction: Transaction, wanted: WantedTime): Promise<void> {
  const [clash] = await clashesOf(transaction, [wanted]);
  if (!clash) return;
  const { slotId, scheduleName, startsAt, endsAt, takenFrom, takenUntil } = clash;
  const span = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  const taken = { takenFrom: takenFrom.toISOString(), takenUntil: takenUntil.toISOString() };
  throw new Refusal(slotOverlaps({ context: { slotId, scheduleName, ...span, ...taken } }));
}
