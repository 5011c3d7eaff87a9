import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { notFound, Refusal } from '@lotse/kernel';
import { Referrals, type ReferralRecord } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import type { OfferMode, OvertakenBy, SlotOfferState, Standing } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockEntry, type EntryRecord } from './entries';

/** What acts need to know of an offer. */
export interface OfferRecord {
  id: string;
  slotId: string;
  entryId: string;
  referralId: string;
  personId: string;
  regionId: string;
  /** The clinic that offers. */
  organisationId: string;
  referrerOrganisationId: string;
  state: SlotOfferState;
  roundId: string;
  mode: OfferMode;
  secondSlotId: string | null;
  /** The appointment that stays until this date is accepted. */
  replacesId: string | null;
  goesOutAt: Date;
  expiresAt: Date;
  cascade: boolean;
  overtakenBy: OvertakenBy | null;
  version: number;
  /** The instant of this transaction, by the database's clock: only it decides whether a hold has ended. */
  now: Date;
}

/** An offer with everything it joins, all locked. */
export interface LockedOffer {
  offer: OfferRecord;
  slot: SlotRecord;
  /** Another date of the same offer. */
  secondSlot?: SlotRecord;
  entry: EntryRecord;
  referral: ReferralRecord;
}

const peek = `
  select o.slot_id as "slotId", o.second_slot_id as "secondSlotId", a.slot_id as "replacedSlotId", o.entry_id as "entryId", o.referral_id as "referralId"
  from slot_offer o left join appointment a on a.id = o.replaces_id where o.id = $1`;

const lock = `
  select id, slot_id as "slotId", entry_id as "entryId", referral_id as "referralId", person_id as "personId", region_id as "regionId",
    organisation_id as "organisationId", referrer_organisation_id as "referrerOrganisationId", state, expires_at as "expiresAt",
    cascade, overtaken_by as "overtakenBy", round_id as "roundId", mode, second_slot_id as "secondSlotId", replaces_id as "replacesId", goes_out_at as "goesOutAt", version, now() as now
  from slot_offer where id = $1 for update`;

/** Loads offers for acts. */
@Injectable()
export class Offers {
  constructor(
    private readonly slots: Slots,
    private readonly referrals: Referrals,
  ) {}

  /**
   * Locks slot, offer, entry and referral, always in this order, so that acts on one offer wait for each other and never in a circle.
   * The statements leave together; the database takes them one after the other.
   */
  async lock(transaction: Transaction, id: string): Promise<LockedOffer> {
    type Found = Pick<OfferRecord, 'slotId' | 'secondSlotId' | 'entryId' | 'referralId'> & { replacedSlotId: string | null };
    const found = await transaction.row<Found>('offer.peek', peek, [id]);
    if (!found) throw new Refusal(notFound());
    const dates = [found.slotId, ...(found.secondSlotId ? [found.secondSlotId] : [])];
    const [slots, offer, entry, referral] = await Promise.all([
      this.lockSlots(transaction, [...dates, ...(found.replacedSlotId ? [found.replacedSlotId] : [])]),
      transaction.row<OfferRecord>('offer.lock', lock, [id]),
      lockEntry(transaction, found.entryId),
      this.referrals.load(transaction, found.referralId),
    ]);
    const [slot, secondSlot] = slots.slice(0, dates.length);
    return { offer: offer!, slot: slot!, secondSlot, entry, referral };
  }

  /** Two dates are locked in the order of their ids, so that nobody who has one waits for the other in a circle. Answers them as they were named. */
  async lockSlots(transaction: Transaction, ids: readonly string[]): Promise<SlotRecord[]> {
    const locked = new Map(await Promise.all([...ids].sort().map(async (id) => [id, await this.slots.load(transaction, id)] as const)));
    return ids.map((id) => locked.get(id)!);
  }
}

/** What decides what has come due with an offer. */
export const standingOf = ({ offer, slot }: Pick<LockedOffer, 'offer' | 'slot'>): Standing => ({ ...offer, holderId: slot.holderId });
