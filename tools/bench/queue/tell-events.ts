import { slotOpened } from '@lotse/calendar/model';
import { newId } from '@lotse/kernel';
import type { Database } from '@lotse/server-kit/database';
import type { Hops } from './hops';
import type { WhenSlotOpened } from './when-slot-opened';

/** Our way: the outbox in a transaction, the relay, the queue, the reaction. */
export class TellEvents implements Hops {
  constructor(
    private readonly database: Database,
    private readonly reaction: WhenSlotOpened,
  ) {}

  /** The clock starts when the commit leaves: that is when the slot is open. */
  async give(count: number): Promise<number> {
    let began = 0;
    await this.database.asSystem(async (transaction) => {
      for (let index = 0; index < count; index++) {
        const slotId = newId();
        transaction.tell({ name: slotOpened, subject: 'slot', subjectId: slotId, version: 1, audience: [], payload: { slotId } });
      }
      await transaction.select('select', []);
      began = performance.now();
    });
    return began;
  }

  begun(count: number): Promise<number[]> {
    return this.reaction.bell.next(count);
  }
}
