import { Slots, type SlotRecord } from '@lotse/calendar/server';
import type { Transaction } from '@lotse/server-kit/database';
import { refusedMode, type OfferMode } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Holds } from '../holds';
import { RankRules } from '../rank-rules/rank-rules';
import { slotToFit } from '../slot-to-fit';
import { Askables, type Asking, type Seen } from './askable';
import { MakeOffer } from './make-offer';

interface Lane {
  roundId: string;
  lane: number;
}

const laneOf = 'select round_id as "roundId", lane from slot_offer where id = $1';

/** While others of a round may still answer, the next in line comes into the place of somebody who does not take the slot: as many are asked as before. */
@Injectable()
export class RefillRound {
  constructor(
    private readonly slots: Slots,
    private readonly holds: Holds,
    private readonly askables: Askables,
    private readonly makeOffer: MakeOffer,
    private readonly rules: RankRules,
  ) {}

  async run(transaction: Transaction, slotId: string, endedOfferId: string, mode: OfferMode): Promise<void> {
    const slot = await this.slots.load(transaction, slotId);
    const ended = await transaction.row<Lane>('offer.lane', laneOf, [endedOfferId]);
    const { now, startsAt } = slot;
    // Somebody was faster, or the round is over: then the slot goes another way.
    if (!ended || slot.holderId !== ended.roundId || slot.state !== 'held' || startsAt <= now) return;
    const { offering } = await this.holds.rules(transaction, now);
    if (refusedMode(mode, startsAt, now, offering)) return;
    const free = await slotToFit(transaction, slotId);
    const asking: Asking = { slot, free, startsAt, mode, now, rule: await this.rules.of(transaction, slot.serviceId, now) };
    await this.askNext(transaction, slot, asking, ended);
  }

  /** Along the line until somebody is free; nobody left is no matter, the round goes on with fewer. */
  private async askNext(transaction: Transaction, slot: SlotRecord, asking: Asking, lane: Lane): Promise<void> {
    let tried = 0;
    for await (const seen of this.askables.along(transaction, asking)) {
      for (; tried < seen.askable.length; tried++) {
        if (await this.asked(transaction, slot, asking, seen, tried, lane)) return;
      }
    }
  }

  private async asked(transaction: Transaction, slot: SlotRecord, asking: Asking, seen: Seen, index: number, lane: Lane): Promise<boolean> {
    const { entry, hold } = seen.askable[index]!;
    const entries = await this.askables.lock(transaction, [entry.id]);
    const asked = await this.askables.free(transaction, asking, [{ entry: entries.get(entry.id)!, hold }]);
    if (asked.length === 0) return false;
    const { mode, now, rule } = asking;
    await this.makeOffer.intoRound(transaction, { slot, mode, now, asked, from: { ...seen, rule }, cascade: true }, lane);
    return true;
  }
}
