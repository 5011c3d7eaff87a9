import { slotTaken, type SlotState } from '@lotse/calendar/model';
import { notFound, Refusal, versionStale } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import type { SlotRecord, Slots } from './slots';

/** Loads and locks a slot of the own organisation that is in a state in which staff may change it. */
export async function ownSlotIn(
  transaction: Transaction,
  slots: Slots,
  id: string,
  version: number,
  states: readonly SlotState[],
): Promise<SlotRecord> {
  const slot = await slots.load(transaction, id);
  if (slot.organisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
  if (!states.includes(slot.state)) throw new Refusal(slotTaken({ context: { state: slot.state } }));
  if (slot.version !== version) throw new Refusal(versionStale({ context: { version: slot.version } }));
  return slot;
}
