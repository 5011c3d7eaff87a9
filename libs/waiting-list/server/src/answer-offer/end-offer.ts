import { slotFreed, type SlotEvent } from '@lotse/calendar/model';
import { Slots } from '@lotse/calendar/server';
import { referralLifecycle } from '@lotse/referral/model';
import { Referrals } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { offerEnded, slotOfferLifecycle, waitingListEntryLifecycle, type SlotOffer, type SlotOfferState } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { moveEntry } from '../entries';
import type { LockedOffer } from '../offers';
import { tellOffer } from '../tell-offer';

/** How an offer ends without an appointment. */
export interface Ending {
  act: 'decline' | 'expire' | 'withdraw';
  /** Whether the slot goes to the next person by itself. */
  cascade: boolean;
  reason?: NonNullable<SlotOffer['declineReason']>;
  comment?: string;
}

const end = `
  update slot_offer set state = $2, answered_at = now(), answered_by = current_staff(), decline_reason = $3, comment = $4, version = version + 1
  where id = $1`;

/** Ends an offer without an appointment. The slot is free again; the person keeps their place and their clock. */
@Injectable()
export class EndOffer {
  constructor(
    private readonly slots: Slots,
    private readonly referrals: Referrals,
  ) {}

  async run(transaction: Transaction, locked: LockedOffer, ending: Ending): Promise<void> {
    const { offer, entry, referral } = locked;
    const state = slotOfferLifecycle.next(offer.state, ending.act)!;
    const note = [state, ending.reason, ending.comment].filter(Boolean).join(' · ');
    // The end of a hold must not fail because the referral or the entry has gone another way meanwhile.
    if (referralLifecycle.allows(referral.state, 'end_offer')) await this.referrals.move(transaction, referral, 'end_offer', { note });
    if (waitingListEntryLifecycle.allows(entry.state, 'return')) moveEntry(transaction, entry, 'return');
    if (referral.state === 'cancel_requested' && referral.stateBefore === 'offered') this.keepStill(transaction, locked);
    transaction.send('offer.end', end, [offer.id, state, ending.reason ?? null, ending.comment ?? null]);
    this.tell(transaction, locked, state, ending);
    this.freeSlot(transaction, locked);
  }

  /** While somebody asks to cancel, nothing is offered; when they go on they are on the list again. */
  private keepStill(transaction: Transaction, { entry, referral }: LockedOffer): void {
    this.referrals.remember(transaction, referral, 'waitlisted');
    moveEntry(transaction, { ...entry, state: 'waiting' }, 'suspend');
  }

  private freeSlot(transaction: Transaction, { offer, slot }: LockedOffer): void {
    if (slot.holderId !== offer.id) return;
    const { version } = this.slots.release(transaction, slot);
    const payload: SlotEvent = { slotId: slot.id, serviceId: slot.serviceId };
    transaction.tell({ name: slotFreed, subject: 'slot', subjectId: slot.id, version, audience: [slot.organisationId], payload });
  }

  private tell(transaction: Transaction, { offer, slot }: LockedOffer, how: SlotOfferState, { act, cascade }: Ending): void {
    tellOffer(transaction, {
      verb: `waitingList.${act}Offer`,
      event: offerEnded,
      version: offer.version + 1,
      personId: offer.personId,
      payload: {
        offerId: offer.id,
        slotId: slot.id,
        serviceId: slot.serviceId,
        referralId: offer.referralId,
        referrerOrganisationId: offer.referrerOrganisationId,
        recipientOrganisationId: offer.organisationId,
        how,
        cascade,
      },
    });
  }
}
