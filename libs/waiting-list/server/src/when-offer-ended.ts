import { slotLifecycle } from '@lotse/calendar/model';
import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { referralLifecycle } from '@lotse/referral/model';
import { Referrals } from '@lotse/referral/server';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { nobodyFits, offerEnded, placesOf, refusedOffer, whoFits, type NobodyFits, type OfferEvent } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockEntry, standingOf } from './entries';
import { MakeOffer } from './offer-slot/make-offer';

const name = 'waiting-list.when-offer-ended';

/** A slot whose offer ended goes to the next person who fits, in the clinic's name; when nobody fits, the clinic is told. */
@Injectable()
@ReactsTo({ events: [offerEnded], name })
export class WhenOfferEnded implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly slots: Slots,
    private readonly referrals: Referrals,
    private readonly makeOffer: MakeOffer,
  ) {}

  async react(event: ToldEvent<OfferEvent>): Promise<void> {
    const { cascade, slotId, recipientOrganisationId } = event.payload;
    if (!cascade) return;
    await this.database.asOrganisation({ organisationId: recipientOrganisationId, regionId: event.regionId }, async (transaction) => {
      if (!(await claim(transaction, event.id, name))) return;
      await this.offerToNext(transaction, await this.slots.load(transaction, slotId));
    });
  }

  private async offerToNext(transaction: Transaction, slot: SlotRecord): Promise<void> {
    const { now } = slot;
    if (slot.state !== slotLifecycle.initial || slot.startsAt <= now) return;
    const { entries } = await standingOf(transaction, slot.serviceId, slot.id);
    const places = placesOf(entries, now);
    for (const { entry: next } of whoFits(slot.startsAt, places, now).fitting) {
      const entry = await lockEntry(transaction, next.id);
      const referral = await this.referrals.load(transaction, entry.referralId);
      // Somebody may have been faster with this person; the slot then goes to the one after them.
      if (refusedOffer({ slot, entry }, now) || !referralLifecycle.allows(referral.state, 'offer')) continue;
      await this.makeOffer.run(transaction, { slot, entry, referral, places, now, cascade: true });
      return;
    }
    this.tellNobodyFits(transaction, slot);
  }

  private tellNobodyFits(transaction: Transaction, slot: SlotRecord): void {
    const payload: NobodyFits = { slotId: slot.id, serviceId: slot.serviceId, recipientOrganisationId: slot.organisationId };
    transaction.tell({
      name: nobodyFits,
      subject: 'slot',
      subjectId: slot.id,
      version: slot.version,
      audience: [slot.organisationId],
      payload,
    });
  }
}
