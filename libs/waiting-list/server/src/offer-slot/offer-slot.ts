import { Slots } from '@lotse/calendar/server';
import { notFound, Refusal, refuse, versionStale, type BodyOf } from '@lotse/kernel';
import { Referrals } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { placesOf, refusedOffer, refusedTurn, whoFits, type offerSlot, type SlotOffer } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockEntry, standingOf } from '../entries';
import { showOffer } from '../offer-row';
import { MakeOffer } from './make-offer';

/** Offers a slot to somebody. Everybody who races for the slot or for the person waits at the locks; one goes on, the others get a clear answer. */
@Injectable()
export class OfferSlot {
  constructor(
    private readonly slots: Slots,
    private readonly referrals: Referrals,
    private readonly makeOffer: MakeOffer,
  ) {}

  async run(transaction: Transaction, slotId: string, version: number, body: BodyOf<typeof offerSlot>): Promise<SlotOffer> {
    const { entryId, cascade, outOfTurnReason } = body;
    const [slot, entry] = await Promise.all([this.slots.load(transaction, slotId), lockEntry(transaction, entryId)]);
    if (slot.organisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
    const { now } = slot;
    refuse(refusedOffer({ slot, entry }, now));
    if (slot.version !== version) throw new Refusal(versionStale({ context: { version: slot.version } }));
    const [referral, { entries }] = await Promise.all([
      this.referrals.load(transaction, entry.referralId),
      standingOf(transaction, slot.serviceId, slotId),
    ]);
    const places = placesOf(entries, now);
    refuse(refusedTurn(entryId, whoFits(slot.startsAt, places, now).fitting, outOfTurnReason));
    const offerId = await this.makeOffer.run(transaction, { slot, entry, referral, places, now, cascade, outOfTurnReason });
    return showOffer(transaction, offerId);
  }
}
