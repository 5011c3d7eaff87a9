import { slotLifecycle, type Slot } from '@lotse/calendar/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ownSlotIn } from '../own-free-slot';
import { ownSlot } from '../slot-row';
import { Slots } from '../slots';

/** Keeps a free slot from being given out, or lets it be given out again. */
@Injectable()
export class BlockSlot {
  constructor(private readonly slots: Slots) {}

  async run(transaction: Transaction, id: string, version: number, act: 'block' | 'unblock'): Promise<Slot> {
    const slot = await ownSlotIn(transaction, this.slots, id, version, [act === 'block' ? 'open' : 'blocked']);
    transaction.send('slot.block', 'update slot set state = $2, version = version + 1 where id = $1', [
      id,
      slotLifecycle.next(slot.state, act),
    ]);
    transaction.record({ kind: 'act', verb: `calendar.${act}Slot`, subject: 'slot', subjectId: id });
    const { organisationId } = transaction.actor;
    transaction.announce({ name: 'slot.blocked', subject: 'slot', subjectId: id, version: version + 1, audience: [organisationId] });
    return (await ownSlot(transaction, id))!;
  }
}
