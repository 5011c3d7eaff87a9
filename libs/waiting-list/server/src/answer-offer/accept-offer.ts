import { Referrals } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { offerAccepted, slotOfferLifecycle, type SlotOffer } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Appointments } from '../appointments';
import { moveEntry } from '../entries';
import { showOffer } from '../offer-row';
import type { LockedOffer } from '../offers';
import { tellOffer } from '../tell-offer';
import { AnswerableOffers } from './answerable-offers';

const accept = `
  update slot_offer set state = $2, answered_at = now(), answered_by = current_staff(), version = version + 1 where id = $1`;

/** Records that the person takes the slot: offer, slot, appointment, place on the list and referral change together or not at all. */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly offers: AnswerableOffers,
    private readonly appointments: Appointments,
    private readonly referrals: Referrals,
  ) {}

  async run(transaction: Transaction, id: string, version: number): Promise<SlotOffer> {
    const locked = await this.offers.lock(transaction, id, version);
    const { offer, slot, entry, referral } = locked;
    const place = await this.appointments.placeOf(transaction, slot);
    const { startsAt, endsAt } = slot;
    await this.referrals.move(transaction, referral, 'accept_offer', {
      dueAt: startsAt,
      appointment: { startsAt, endsAt, place },
    });
    transaction.send('offer.accept', accept, [id, slotOfferLifecycle.next(offer.state, 'accept')]);
    this.appointments.book(transaction, slot, referral);
    moveEntry(transaction, entry, 'accept');
    this.tell(transaction, locked);
    return showOffer(transaction, id);
  }

  private tell(transaction: Transaction, { offer, slot }: LockedOffer): void {
    tellOffer(transaction, {
      verb: 'waitingList.acceptOffer',
      event: offerAccepted,
      version: offer.version + 1,
      personId: offer.personId,
      payload: {
        offerId: offer.id,
        slotId: slot.id,
        serviceId: slot.serviceId,
        referralId: offer.referralId,
        referrerOrganisationId: offer.referrerOrganisationId,
        recipientOrganisationId: offer.organisationId,
        how: 'accepted',
      },
    });
  }
}
