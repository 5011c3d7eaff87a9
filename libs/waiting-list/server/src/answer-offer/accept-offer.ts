import { slotFreed, type SlotEvent } from '@lotse/calendar/model';
import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { Refusal, type BodyOf } from '@lotse/kernel';
import { Referrals } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { offerAccepted, slotOfferLifecycle, whichDate, type acceptOffer, type SlotOffer } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Appointments } from '../appointments';
import { moveEntry } from '../entries';
import { showOffer } from '../offer-row';
import type { LockedOffer } from '../offers';
import { payloadOf, tellOffer } from '../tell-offer';
import { AnswerableOffers } from './answerable-offers';

const accept = `
  update slot_offer set state = $2, taken_slot_id = $3, person_reached = true, answered_at = now(), answered_by = current_staff(),
    version = version + 1
  where id = $1`;

/**
 * Records that the person takes a slot: offer, slot, appointment, place on the list and referral change together or not at all. Of two dates
 * the other one is free again, as is the appointment that it takes the place of; whoever else of the round may still have answered is told by
 * the next who looks.
 */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly offers: AnswerableOffers,
    private readonly appointments: Appointments,
    private readonly referrals: Referrals,
    private readonly slots: Slots,
  ) {}

  async run(transaction: Transaction, id: string, version: number, { slotId }: BodyOf<typeof acceptOffer>): Promise<SlotOffer> {
    const locked = await this.offers.lock(transaction, id, version);
    const { offer, entry, referral } = locked;
    const [taken, other] = datesOf(locked, slotId);
    const appointment = await this.appointments.meetingOf(transaction, taken);
    // From here on it runs no more: what a referral does when its date moves leaves it alone.
    transaction.send('offer.accept', accept, [id, slotOfferLifecycle.next(offer.state, 'accept'), taken.id]);
    const replaced = offer.replacesId ? await this.appointments.cancel(transaction, referral.id) : undefined;
    const act = offer.replacesId ? 'reschedule' : 'accept_offer';
    await this.referrals.move(transaction, referral, act, { dueAt: taken.startsAt, appointment, wasOffered: true });
    this.appointments.book(transaction, taken, referral, replaced);
    if (other) this.free(transaction, other);
    if (!offer.replacesId) moveEntry(transaction, entry, 'accept');
    tellOffer(transaction, {
      verb: 'waitingList.acceptOffer',
      event: offerAccepted,
      version: offer.version + 1,
      personId: offer.personId,
      payload: {
        ...payloadOf(locked),
        slotId: taken.id,
        how: 'accepted',
        cascade: offer.cascade,
        mode: offer.mode,
        freed: other ? [other.id] : [],
      },
    });
    return showOffer(transaction, id);
  }

  private free(transaction: Transaction, slot: SlotRecord): void {
    const { version } = this.slots.release(transaction, slot);
    const payload: SlotEvent = { slotId: slot.id, serviceId: slot.serviceId };
    transaction.tell({ name: slotFreed, subject: 'slot', subjectId: slot.id, version, audience: [slot.organisationId], payload });
  }
}

/** The date that is taken, and the one that is not. Whoever has two says which. */
function datesOf({ slot, secondSlot }: LockedOffer, slotId: string | undefined): [SlotRecord, SlotRecord?] {
  if (!secondSlot && (slotId === undefined || slotId === slot.id)) return [slot];
  if (secondSlot && slotId === slot.id) return [slot, secondSlot];
  if (secondSlot && slotId === secondSlot.id) return [secondSlot, slot];
  throw new Refusal(whichDate());
}
