import { slotLifecycle } from '@lotse/calendar/model';
import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { referralLifecycle } from '@lotse/referral/model';
import { Referrals } from '@lotse/referral/server';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import {
  nobodyFits,
  offerEnded,
  refusedOffer,
  whoFits,
  type NobodyFits,
  type ChosenFrom,
  type OfferEvent,
  type Place,
  type Waiting,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockEntry } from './entries';
import { alongLine } from './line';
import { MakeOffer } from './offer-slot/make-offer';
import { RankRules } from './rank-rules/rank-rules';
import { slotToFit } from './slot-to-fit';

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
    private readonly rules: RankRules,
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
    const rule = await this.rules.of(transaction, slot.serviceId, now);
    const places: Place<Waiting>[] = [];
    const free = await slotToFit(transaction, slot.id);
    const excluded: ReturnType<typeof whoFits<Waiting>>['excluded'] = [];
    for await (const piece of alongLine(transaction, { serviceId: slot.serviceId, slot: free, now, rule })) {
      places.push(...piece);
      const seen = whoFits(free, piece, now);
      excluded.push(...seen.excluded);
      for (const place of seen.fitting) {
        if (await this.offered(transaction, slot, place.entry.id, { places, excluded, rule })) return;
        excluded.push({ place, why: 'has_running_offer' });
      }
    }
    this.tellNobodyFits(transaction, slot);
  }

  /** Somebody may have been faster with this person; the slot then goes to the one after them. */
  private async offered(transaction: Transaction, slot: SlotRecord, entryId: string, from: ChosenFrom): Promise<boolean> {
    const { now } = slot;
    const entry = await lockEntry(transaction, entryId);
    const referral = await this.referrals.load(transaction, entry.referralId);
    if (refusedOffer({ slot, entry }, now) || !referralLifecycle.allows(referral.state, 'offer')) return false;
    await this.makeOffer.run(transaction, { slot, entry, referral, from, now, cascade: true });
    return true;
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
