import type { SlotRecord } from '@lotse/calendar/server';
import { notFound, refuse, Refusal } from '@lotse/kernel';
import { refusedSlot } from '@lotse/waiting-list/model';

/** A slot of the own calendar that nobody has, or why not. It is asked after the referral, so that nobody learns of a slot through somebody they may not see. */
export function expectFree(slot: unknown, organisationId: string): asserts slot is SlotRecord {
  if (slot instanceof Error) throw slot;
  const found = slot as SlotRecord;
  if (found.organisationId !== organisationId) throw new Refusal(notFound());
  refuse(refusedSlot(found, found.now));
}
