import { notFound, Refusal, type BodyOf } from '@lotse/kernel';
import type { MovedReferral } from '@lotse/referral/model';
import { Referrals, type ReferralRecord } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import type { acceptOfferOfReferral, endOfferOfReferral, offerToReferral } from '@lotse/waiting-list/model';
import { Slots } from '@lotse/calendar/server';
import { Injectable } from '@nestjs/common';
import { AcceptOffer } from '../answer-offer/accept-offer';
import { DeclineOffer } from '../answer-offer/decline-offer';
import { entryOf } from '../entries';
import { JoinWaitingList } from '../join-waiting-list/join-waiting-list';
import { OfferSlot } from '../offer-slot/offer-slot';

const running = `select id, version from slot_offer where referral_id = $1 and state in ('deferred', 'sent')`;
const now = 'select id, state, version from referral where id = $1';

/**
 * The acts of a referral's life that are acts on an offer, addressed by the referral. They do what the acts on slots and offers do; whoever was
 * accepted and not on the list yet gets a place first.
 */
@Injectable()
export class OfferForReferral {
  constructor(
    private readonly referrals: Referrals,
    private readonly slots: Slots,
    private readonly join: JoinWaitingList,
    private readonly offerSlot: OfferSlot,
    private readonly acceptOffer: AcceptOffer,
    private readonly declineOffer: DeclineOffer,
  ) {}

  async offer(transaction: Transaction, id: string, version: number, body: BodyOf<typeof offerToReferral>): Promise<MovedReferral> {
    const slot = await this.slots.load(transaction, body.slotId).catch((thrown: unknown) => thrown);
    const record = await this.referrals.take(transaction, id, version, 'offer');
    if (slot instanceof Error) throw slot;
    const entryId = await this.placeOf(transaction, record);
    const slotVersion = (slot as { version: number }).version;
    await this.offerSlot.run(transaction, body.slotId, slotVersion, {
      entryId,
      mode: 'sequential',
      cascade: true,
      outOfTurnReason: body.outOfTurnReason,
    });
    return this.now(transaction, id);
  }

  async accept(transaction: Transaction, id: string, version: number, body: BodyOf<typeof acceptOfferOfReferral>): Promise<MovedReferral> {
    const offer = await this.running(transaction, id, version, 'accept_offer');
    await this.acceptOffer.run(transaction, offer.id, offer.version, body);
    return this.now(transaction, id);
  }

  async end(transaction: Transaction, id: string, version: number, body: BodyOf<typeof endOfferOfReferral>): Promise<MovedReferral> {
    const offer = await this.running(transaction, id, version, 'end_offer');
    await this.declineOffer.run(transaction, offer.id, offer.version, body);
    return this.now(transaction, id);
  }

  private async placeOf(transaction: Transaction, record: ReferralRecord): Promise<string> {
    const entry = await entryOf(transaction, record.id);
    if (!entry) return this.join.enter(transaction, record);
    return entry.id;
  }

  private async running(transaction: Transaction, id: string, version: number, act: 'accept_offer' | 'end_offer') {
    await this.referrals.take(transaction, id, version, act);
    const offer = await transaction.row<{ id: string; version: number }>('offer.running-of-referral', running, [id]);
    if (!offer) throw new Refusal(notFound());
    return offer;
  }

  private async now(transaction: Transaction, id: string): Promise<MovedReferral> {
    return (await transaction.row<MovedReferral>('referral.now', now, [id]))!;
  }
}
