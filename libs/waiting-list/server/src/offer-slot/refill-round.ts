import { Slots } from '@lotse/calendar/server';
import type { Transaction } from '@lotse/server-kit/database';
import { refusedMode, type OfferMode } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Holds } from '../holds';
import { RankRules } from '../rank-rules/rank-rules';
import { slotToFit } from '../slot-to-fit';
import { Askables, type Asking } from './askable';
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
    const lane = await transaction.row<Lane>('offer.lane', laneOf, [endedOfferId]);
    const { now, startsAt } = slot;
    // Somebody was faster, or the round is over: then the slot goes another way.
    if (!lane || slot.holderId !== lane.roundId || slot.state !== 'held' || startsAt <= now) return;
    const { offering } = await this.holds.rules(transaction, now);
    if (refusedMode(mode, startsAt, now, offering)) return;
    const free = await slotToFit(transaction, slotId);
    const asking: Asking = { slot, free, startsAt, mode, now, rule: await this.rules.of(transaction, slot.serviceId, now) };
    // Nobody left is no matter: the round goes on with fewer.
    await this.askables.askNext(transaction, asking, 1, (asked, from) =>
      this.makeOffer.intoRound(transaction, { slot, mode, now, asked, from, cascade: true }, lane),
    );
  }
}
