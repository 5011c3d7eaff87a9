import type { SlotRecord } from '@lotse/calendar/server';
import type { Transaction } from '@lotse/server-kit/database';
import { askedAtOnce, refusedMode, refusedSlot, type OfferMode } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Holds } from '../holds';
import { RankRules } from '../rank-rules/rank-rules';
import { slotToFit } from '../slot-to-fit';
import { Askables, type Asking } from './askable';
import { MakeOffer } from './make-offer';

/** A free slot goes to the next who fit, in the clinic's name: whenever nobody of the staff says to whom. */
@Injectable()
export class OfferToNext {
  constructor(
    private readonly holds: Holds,
    private readonly askables: Askables,
    private readonly makeOffer: MakeOffer,
    private readonly rules: RankRules,
  ) {}

  /** Answers whether somebody has it, or had it before: of a slot that is locked, false says that it is free and fits nobody. */
  async run(transaction: Transaction, slot: SlotRecord, wanted: OfferMode): Promise<boolean> {
    const { now, startsAt } = slot;
    if (refusedSlot(slot, now)) return true;
    const { offering } = await this.holds.rules(transaction, now);
    const mode = refusedMode(wanted, startsAt, now, offering) ? 'sequential' : wanted;
    return this.askables.askNext(transaction, await this.asking(transaction, slot, mode), askedAtOnce(mode, offering), (asked, from) =>
      this.makeOffer.run(transaction, { slot, mode, now, asked, from, cascade: true }),
    );
  }

  /** Whether nobody on the list of a free slot could be asked now. */
  async fitsNobody(transaction: Transaction, slot: SlotRecord): Promise<boolean> {
    for await (const { askable } of this.askables.along(transaction, await this.asking(transaction, slot, 'sequential'))) {
      if (askable.length > 0) return false;
    }
    return true;
  }

  private async asking(transaction: Transaction, slot: SlotRecord, mode: OfferMode): Promise<Asking> {
    const free = await slotToFit(transaction, slot.id);
    return { slot, free, startsAt: slot.startsAt, mode, now: slot.now, rule: await this.rules.of(transaction, slot.serviceId, slot.now) };
  }
}
