import { slotCancelled, slotLifecycle, type cancelSlot, type Slot, type SlotEvent } from '@lotse/calendar/model';
import type { BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ownSlotIn } from '../own-free-slot';
import { ownSlot } from '../slot-row';
import { Slots } from '../slots';

/** Takes a free or blocked slot out of the calendar. It stays in the history. */
@Injectable()
export class CancelSlot {
  constructor(private readonly slots: Slots) {}

  async run(transaction: Transaction, id: string, version: number, { reason }: BodyOf<typeof cancelSlot>): Promise<Slot> {
    const slot = await ownSlotIn(transaction, this.slots, id, version, ['open', 'blocked']);
    transaction.send('slot.cancel', 'update slot set state = $2, cancel_reason = $3, version = version + 1 where id = $1', [
      id,
      slotLifecycle.next(slot.state, 'cancel'),
      reason,
    ]);
    const { organisationId } = transaction.actor;
    transaction.record({ kind: 'act', verb: 'calendar.cancelSlot', subject: 'slot', subjectId: id });
    const payload: SlotEvent = { slotId: id, serviceId: slot.serviceId };
    transaction.tell({ name: slotCancelled, subject: 'slot', subjectId: id, version: version + 1, audience: [organisationId], payload });
    return (await ownSlot(transaction, id))!;
  }
}
