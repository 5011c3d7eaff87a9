import { slotFreed, type SlotEvent } from '@lotse/calendar/model';
import { Slots } from '@lotse/calendar/server';
import { referralLifecycle } from '@lotse/referral/model';
import { Referrals } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import {
  offerEnded,
  slotOfferLifecycle,
  waitingListEntryLifecycle,
  type OvertakenBy,
  type SlotOffer,
  type SlotOfferState,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { moveEntry } from '../entries';
import type { LockedOffer } from '../offers';
import { payloadOf, tellOffer } from '../tell-offer';

/** How an offer ends without an appointment. */
export interface Ending {
  act: 'decline' | 'expire' | 'withdraw' | 'supersede' | 'give_up';
  /** Whether the slot goes to the next person by itself. */
  cascade: boolean;
  reason?: NonNullable<SlotOffer['declineReason']>;
  /** Of one that is superseded: why. */
  overtakenBy?: OvertakenBy;
  comment?: string;
  /** Of a decline: whether the person was spoken to, whether it counts, and what follows. */
  counted?: { personReached: boolean; isReasonable: boolean; consequence: NonNullable<SlotOffer['consequence']> };
}

const verbs: Readonly<Record<Ending['act'], string>> = {
  decline: 'waitingList.declineOffer',
  expire: 'waitingList.expireOffer',
  withdraw: 'waitingList.withdrawOffer',
  supersede: 'waitingList.supersedeOffer',
  give_up: 'waitingList.giveUpOffer',
};

const end = `
  update slot_offer set state = $2, answered_at = now(), answered_by = current_staff(), decline_reason = $3, comment = $4, person_reached = $5,
    is_reasonable = $6, consequence = $7, attempts = attempts + $8, overtaken_by = $9, version = version + 1
  where id = $1`;
const goesOn = 'select round_goes_on($1, $2) as others';

/** Only of a decline it is known what it counts for; of whoever was given up, that they were not spoken to. */
const uncounted = (act: Ending['act']) => ({ personReached: act === 'give_up' ? false : null, isReasonable: false, consequence: null });

/** Ends an offer without an appointment. The slot is free again once nobody of the round may still answer; the person keeps their place and their clock. */
@Injectable()
export class EndOffer {
  constructor(
    private readonly slots: Slots,
    private readonly referrals: Referrals,
  ) {}

  async run(transaction: Transaction, locked: LockedOffer, ending: Ending): Promise<void> {
    const state = slotOfferLifecycle.next(locked.offer.state, ending.act)!;
    // Whoever was offered another date has theirs still.
    const how = ending.overtakenBy === 'other_appointment' ? ending.overtakenBy : state;
    if (!locked.offer.replacesId) await this.returnToList(transaction, locked, [how, ending.reason, ending.comment]);
    this.write(transaction, locked, state, ending);
    const freed = await this.freeSlots(transaction, locked);
    this.tell(transaction, locked, state, ending, freed);
  }

  /** The end of a hold must not fail because the referral or the entry has gone another way meanwhile. */
  private async returnToList(transaction: Transaction, locked: LockedOffer, words: readonly (string | undefined)[]): Promise<void> {
    const { entry, referral } = locked;
    const note = words.filter(Boolean).join(' · ');
    if (referralLifecycle.allows(referral.state, 'end_offer')) await this.referrals.move(transaction, referral, 'end_offer', { note });
    if (waitingListEntryLifecycle.allows(entry.state, 'return')) moveEntry(transaction, entry, 'return');
    if (referral.state === 'cancel_requested' && referral.stateBefore === 'offered') this.keepStill(transaction, locked);
  }

  private write(transaction: Transaction, { offer }: LockedOffer, state: SlotOfferState, ending: Ending): void {
    const { reason = null, comment = null, overtakenBy = null, counted = uncounted(ending.act) } = ending;
    const { personReached, isReasonable, consequence } = counted;
    const attempts = ending.act === 'give_up' ? 1 : 0;
    const values = [offer.id, state, reason, comment, personReached, isReasonable, consequence, attempts, overtakenBy];
    transaction.send('offer.end', end, values);
  }

  /** While somebody asks to cancel, nothing is offered; when they go on they are on the list again. */
  private keepStill(transaction: Transaction, { entry, referral }: LockedOffer): void {
    this.referrals.remember(transaction, referral, 'waitlisted');
    moveEntry(transaction, { ...entry, state: 'waiting' }, 'suspend');
  }

  /** Frees what the round holds; nothing while others of it may still answer. Answers the slots that are free now. */
  private async freeSlots(transaction: Transaction, { offer, slot, secondSlot }: LockedOffer): Promise<string[]> {
    if (offer.mode !== 'sequential') {
      const round = await transaction.row<{ others: boolean }>('offer.round-goes-on', goesOn, [offer.roundId, offer.id]);
      if (round!.others) return [];
    }
    const held = [slot, ...(secondSlot ? [secondSlot] : [])].filter(({ holderId }) => holderId === offer.roundId);
    for (const one of held) {
      const { version } = this.slots.release(transaction, one);
      const payload: SlotEvent = { slotId: one.id, serviceId: one.serviceId };
      transaction.tell({ name: slotFreed, subject: 'slot', subjectId: one.id, version, audience: [one.organisationId], payload });
    }
    return held.map(({ id }) => id);
  }

  private tell(transaction: Transaction, locked: LockedOffer, how: SlotOfferState, { act, cascade }: Ending, freed: string[]): void {
    const { offer } = locked;
    tellOffer(transaction, {
      verb: verbs[act],
      event: offerEnded,
      version: offer.version + 1,
      personId: offer.personId,
      payload: { ...payloadOf(locked), how, cascade, mode: offer.mode, freed },
    });
  }
}
