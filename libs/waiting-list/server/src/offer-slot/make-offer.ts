import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { newId } from '@lotse/kernel';
import { Referrals, type ReferralRecord } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { rankEvidence, slotOffered, slotOfferLifecycle, type ChosenFrom, type Hold, type OfferMode } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { moveEntry, type EntryRecord } from '../entries';
import { tellOffer } from '../tell-offer';

/** Somebody who is asked, with everything locked, and until when they may answer. */
export interface Asked {
  entry: EntryRecord;
  referral: ReferralRecord;
  hold: Hold;
  outOfTurnReason?: string;
}

/** A slot, whoever is asked, and the list they were chosen from. Several are asked at once only in the modes for that. */
export interface Round {
  slot: SlotRecord;
  /** Another date in the same offer. */
  secondSlot?: SlotRecord;
  mode: OfferMode;
  asked: readonly Asked[];
  /** Without a list: another date for somebody who has one. */
  from?: ChosenFrom;
  /** Their appointment, which stays until the answer; place and referral stay where they are as well. */
  replaces?: string;
  now: Date;
  cascade: boolean;
}

const insert = `
  insert into slot_offer (id, region_id, slot_id, entry_id, referral_id, person_id, organisation_id, referrer_organisation_id, state, offered_by,
    expires_at, cascade, rule_version, rank, rank_inputs, out_of_turn_reason, round_id, lane, mode, goes_out_at, by_phone, second_slot_id, replaces_id)
  values ($1, current_region(), $2, $3, $4, $5, current_organisation(), $6, $7, current_staff(), $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
    $18, $19, $20)`;

/** Holds a slot and makes the offers of a round, after whoever calls has decided whose turn it is. Answers the id of the first of them. */
@Injectable()
export class MakeOffer {
  constructor(
    private readonly slots: Slots,
    private readonly referrals: Referrals,
  ) {}

  async run(transaction: Transaction, round: Round): Promise<string> {
    const { slot, secondSlot, asked, replaces } = round;
    const roundId = newId();
    const until = new Date(Math.max(...asked.map(({ hold }) => hold.until.getTime())));
    for (const { referral, hold } of replaces ? [] : asked)
      await this.referrals.move(transaction, referral, 'offer', { dueAt: hold.until });
    for (const date of [slot, ...(secondSlot ? [secondSlot] : [])]) this.slots.hold(transaction, date, roundId, until);
    asked.forEach((one, index) =>
      this.offer(transaction, round, one, { roundId, offerId: index === 0 ? roundId : newId(), lane: index + 1 }),
    );
    return roundId;
  }

  /** Asks somebody in the place of somebody else of a round that goes on. */
  async intoRound(transaction: Transaction, round: Round, place: { roundId: string; lane: number }): Promise<void> {
    for (const asked of round.asked) {
      await this.referrals.move(transaction, asked.referral, 'offer', { dueAt: asked.hold.until });
      this.slots.holdLonger(transaction, round.slot, asked.hold.until);
      this.offer(transaction, round, asked, { ...place, offerId: newId() });
    }
  }

  private offer(transaction: Transaction, round: Round, asked: Asked, ids: { roundId: string; offerId: string; lane: number }): void {
    const { entry, referral, hold } = asked;
    const { slot, now, mode, replaces } = round;
    const isDeferred = hold.goesOutAt > now;
    const state = isDeferred ? slotOfferLifecycle.initial : slotOfferLifecycle.next(slotOfferLifecycle.initial, 'send')!;
    this.insert(transaction, round, asked, { ...ids, state });
    if (!replaces) moveEntry(transaction, entry, 'offer');
    const verb = 'waitingList.offerSlot';
    const audience = [slot.organisationId, referral.referrerOrganisationId];
    if (isDeferred) {
      // Nobody is told before it goes out; open screens show it.
      transaction.record({ kind: 'act', verb, subject: 'offer', subjectId: ids.offerId, personId: entry.personId });
      transaction.announce({ name: 'OfferDeferred', subject: 'offer', subjectId: ids.offerId, version: 1, audience });
      return;
    }
    tellOffer(transaction, {
      verb,
      event: slotOffered,
      version: 1,
      personId: entry.personId,
      payload: {
        offerId: ids.offerId,
        slotId: slot.id,
        serviceId: slot.serviceId,
        referralId: referral.id,
        referrerOrganisationId: referral.referrerOrganisationId,
        recipientOrganisationId: slot.organisationId,
        mode,
      },
    });
  }

  private insert(
    transaction: Transaction,
    { slot, secondSlot, mode, from, now, cascade, replaces }: Round,
    { entry, referral, hold, outOfTurnReason }: Asked,
    { roundId, offerId, lane, state }: { roundId: string; offerId: string; lane: number; state: string },
  ): void {
    const { version, rank, evidence } = from ? decidedOn(from, entry.id, now) : undecided;
    transaction.send('offer.make', insert, [
      offerId, slot.id, entry.id, referral.id, entry.personId, referral.referrerOrganisationId, state, hold.until, cascade, version, rank,
      evidence, outOfTurnReason ?? null, roundId, lane, mode, hold.goesOutAt, hold.lead.byPhone, secondSlot?.id ?? null, replaces ?? null,
    ]); // prettier-ignore
  }
}

/** What the offer was decided on, as it is kept. */
function decidedOn(from: ChosenFrom, entryId: string, now: Date): { version: number; rank: number | null; evidence: string } {
  const evidence = rankEvidence(from, entryId, now);
  const { rank } = from.places.find((place) => place.entry.id === entryId)!;
  return { version: evidence.rule.version, rank, evidence: JSON.stringify(evidence) };
}

/** Nobody was compared with whoever is offered another date. */
const undecided = { version: null, rank: null, evidence: null };
