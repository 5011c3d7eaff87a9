import { Slots } from '@lotse/calendar/server';
import { Refusal } from '@lotse/kernel';
import type { MovedReferral } from '@lotse/referral/model';
import { Referrals, type ReferralRecord } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { entryNotWaiting, nobodyAnswersInTime } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Appointments } from '../appointments';
import { expectFree } from '../book-slot/expect-free';
import { entryOf, lockEntry, moveEntry, type EntryRecord } from '../entries';
import { Holds } from '../holds';
import { JoinWaitingList } from '../join-waiting-list/join-waiting-list';
import { MakeOffer } from '../offer-slot/make-offer';

const running = `select id from slot_offer where referral_id = $1 and state in ('deferred', 'sent')`;

/**
 * Offers another date to somebody who has one (T20, when they have to be asked first). Their appointment stays until they accept: whatever else
 * comes of the offer, they still have it. They have to answer before either of the two begins.
 */
@Injectable()
export class OfferOtherDate {
  constructor(
    private readonly slots: Slots,
    private readonly referrals: Referrals,
    private readonly appointments: Appointments,
    private readonly join: JoinWaitingList,
    private readonly holds: Holds,
    private readonly makeOffer: MakeOffer,
  ) {}

  async run(transaction: Transaction, id: string, version: number, slotId: string): Promise<MovedReferral> {
    const slot = await this.slots.load(transaction, slotId).catch((thrown: unknown) => thrown);
    const referral = await this.referrals.take(transaction, id, version, 'reschedule');
    expectFree(slot, transaction.actor.organisationId);
    const had = (await this.appointments.live(transaction, id))!;
    const entry = await this.placeOf(transaction, referral);
    if (await transaction.row('offer.running-of-booked', running, [id])) throw new Refusal(entryNotWaiting());
    const startsAt = had.startsAt < slot.startsAt ? had.startsAt : slot.startsAt;
    const { byEntry } = await this.holds.for(transaction, [entry.id], startsAt, slot.now);
    const hold = byEntry.get(entry.id);
    if (!hold) throw new Refusal(nobodyAnswersInTime());
    const asked = [{ entry, referral, hold }];
    await this.makeOffer.run(transaction, { slot, mode: 'sequential', asked, now: slot.now, cascade: true, replaces: had.id });
    return { id, state: referral.state, version: referral.version };
  }

  /** Whoever was booked without having waited gets the place that their appointment is the end of. */
  private async placeOf(transaction: Transaction, referral: ReferralRecord): Promise<EntryRecord> {
    const entry = await entryOf(transaction, referral.id);
    if (entry) return entry;
    const entered = await lockEntry(transaction, await this.join.enter(transaction, referral));
    moveEntry(transaction, entered, 'place');
    return entered;
  }
}
