import type { Slot } from '@lotse/calendar/model';
import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ownSlot } from '../slot-row';

/** One slot of the own organisation. */
@Injectable()
export class ReadSlot {
  async run(transaction: Transaction, id: string): Promise<Slot> {
    const slot = await ownSlot(transaction, id);
    if (!slot) throw new Refusal(notFound());
    return slot;
  }
}
