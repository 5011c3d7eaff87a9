import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { newId } from '@lotse/kernel';
import { Referrals, type ReferralRecord } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { holdEnds, rankEvidence, slotOffered, slotOfferLifecycle, type ChosenFrom } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { moveEntry, type EntryRecord } from '../entries';
import { tellOffer } from '../tell-offer';

/** A slot, the entry that gets it, its referral, all locked, and the list they were chosen from. */
export interface Choice {
  slot: SlotRecord;
  entry: EntryRecord;
  referral: ReferralRecord;
  from: ChosenFrom;
  now: Date;
  cascade: boolean;
  outOfTurnReason?: string;
}

const insert = `
  insert into slot_offer (id, region_id, slot_id, entry_id, referral_id, person_id, organisation_id, referrer_organisation_id, state, offered_by,
    expires_at, cascade, rule_version, rank, rank_inputs, out_of_turn_reason)
  values ($1, current_region(), $2, $3, $4, $5, current_organisation(), $6, $7, current_staff(), $8, $9, $10, $11, $12, $13)`;

/** Holds a slot for somebody and makes the offer, after whoever calls has decided that it is their turn. Answers the offer's id. */
@Injectable()
export class MakeOffer {
  constructor(
    private readonly slots: Slots,
    private readonly referrals: Referrals,
  ) {}

  async run(transaction: Transaction, choice: Choice): Promise<string> {
    const { slot, entry, referral, now } = choice;
    const offerId = newId();
    const until = holdEnds(slot.startsAt, now);
    await this.referrals.move(transaction, referral, 'offer', { dueAt: until });
    this.slots.hold(transaction, slot, offerId, until);
    this.insert(transaction, offerId, until, choice);
    moveEntry(transaction, entry, 'offer');
    tellOffer(transaction, {
      verb: 'waitingList.offerSlot',
      event: slotOffered,
      version: 1,
      personId: entry.personId,
      payload: {
        offerId,
        slotId: slot.id,
        serviceId: slot.serviceId,
        referralId: referral.id,
        referrerOrganisationId: referral.referrerOrganisationId,
        recipientOrganisationId: slot.organisationId,
      },
    });
    return offerId;
  }

  private insert(transaction: Transaction, offerId: string, until: Date, choice: Choice): void {
    const { slot, entry, referral, from, now, cascade, outOfTurnReason } = choice;
    const evidence = rankEvidence(from, entry.id, now);
    const rank = from.places.find((place) => place.entry.id === entry.id)!.rank;
    transaction.send('offer.make', insert, [
      offerId, slot.id, entry.id, referral.id, entry.personId, referral.referrerOrganisationId, slotOfferLifecycle.initial, until, cascade,
      evidence.rule.version, rank, JSON.stringify(evidence), outOfTurnReason ?? null,
    ]); // prettier-ignore
  }
}
