import { slotOverlaps } from '@lotse/calendar/model';
import { Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { clashesOf, type WantedTime } from './clashes';

/** Refuses time that is taken already, and says what with. */
export async function expectFreeTime(transaction: Transaction, wanted: WantedTime): Promise<void> {
  const [clash] = await clashesOf(transaction, [wanted]);
  if (!clash) return;
  const { slotId, scheduleName, startsAt, endsAt } = clash;
  throw new Refusal(slotOverlaps({ context: { slotId, scheduleName, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() } }));
}
