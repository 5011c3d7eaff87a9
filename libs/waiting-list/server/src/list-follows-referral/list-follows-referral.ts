import { metOtherwise, ReferralEffects, type Move, type ReferralEffect, type TakenBack } from '@lotse/referral/server';
import type { ReferralAct, ReferralState } from '@lotse/referral/model';
import { Slots } from '@lotse/calendar/server';
import type { Transaction } from '@lotse/server-kit/database';
import { cancellingPartySchema, waitingListEntryLifecycle } from '@lotse/waiting-list/model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EndOffer } from '../answer-offer/end-offer';
import { Appointments, type Cancellation } from '../appointments';
import { entryOf, moveEntry, type EntryRecord } from '../entries';
import { JoinWaitingList } from '../join-waiting-list/join-waiting-list';
import { Offers } from '../offers';

const slotsOf = `
  select slot_id as id from slot_offer where referral_id = $1 and state in ('deferred', 'sent')
  union select second_slot_id from slot_offer where referral_id = $1 and state in ('deferred', 'sent') and second_slot_id is not null
  union select slot_id from appointment where referral_id = $1 and cancelled_at is null and attendance is null order by id`;
const running = `select id from slot_offer where referral_id = $1 and state in ('deferred', 'sent') for update`;

/** Nothing can have been arranged yet. */
const beforeAcceptance: readonly ReferralState[] = ['draft', 'requested', 'received', 'in_triage', 'info_requested', 'returned'];

/** Whose cancellation it is: each party has a list of reasons of its own. */
const cancellationOf = ({ reason }: Move): Cancellation | undefined =>
  reason && { by: cancellingPartySchema.parse(reason.list.replace('cancel_by_', '')), reason: reason.code };

type Follow = (transaction: Transaction, move: Move) => Promise<void>;

/**
 * Place, offer and appointment follow a referral in the same transaction: whoever is no longer waited for holds no slot and no place, and
 * whoever waits again has the place that their clock gives them.
 */
@Injectable()
export class ListFollowsReferral implements ReferralEffect, OnModuleInit {
  readonly name = 'waiting-list.follows-referral';

  private readonly after: Partial<Record<ReferralAct, Follow>> = {
    hand_back: (transaction, move) => this.leave(transaction, move),
    redirect: (transaction, move) => this.leave(transaction, move),
    withdraw: (transaction, move) => this.leave(transaction, move),
    confirm_cancel: (transaction, move) => this.leave(transaction, move),
    mark_error: (transaction, move) => this.leave(transaction, move),
    record_death: (transaction, move) => this.leave(transaction, move),
    send_outcome: (transaction, move) => this.leave(transaction, move),
    suspend: (transaction, move) => this.moveIfPossible(transaction, move, 'suspend'),
    resume: (transaction, move) => this.moveIfPossible(transaction, move, 'resume'),
    request_cancel: (transaction, move) => this.moveIfPossible(transaction, move, 'suspend'),
    refuse_cancel: (transaction, move) => this.goOn(transaction, move),
    back_to_list: (transaction, move) => this.waitAgain(transaction, move),
    reschedule: (transaction, move) => this.endOffers(transaction, move),
    cancel_appointment: async (transaction, move) => {
      await this.endOffers(transaction, move);
      await this.appointments.cancel(transaction, move.record.id, cancellationOf(move));
      await this.moveIfPossible(transaction, move, 'return');
    },
    dna_to_cancelled: async (transaction, move) => {
      this.appointments.wasCancelled(transaction, move.record.id);
      await this.moveIfPossible(transaction, move, 'return');
    },
    no_show: async (transaction, move) => {
      const { record, reason } = move;
      await this.endOffers(transaction, move);
      this.appointments.attendance(transaction, record.id, reason?.code === 'left_before' ? 'left' : 'missed', reason?.code);
    },
    attend: async (transaction, move) => {
      await this.endOffers(transaction, move);
      const meeting = await this.appointments.attend(transaction, move.record);
      if (meeting) metOtherwise(transaction, move.record, meeting);
    },
    start_without_appointment: async (transaction, { record }) => void this.appointments.walkIn(transaction, record),
  };

  constructor(
    private readonly effects: ReferralEffects,
    private readonly slots: Slots,
    private readonly offers: Offers,
    private readonly endOffer: EndOffer,
    private readonly appointments: Appointments,
    private readonly join: JoinWaitingList,
  ) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  /** Slots before offers, offers before places: the order of everybody who locks them. */
  async lock(transaction: Transaction, referralId: string): Promise<void> {
    const slots = await transaction.rows<{ id: string }>('follow.slots', slotsOf, [referralId]);
    for (const { id } of slots) await this.slots.load(transaction, id);
    await transaction.rows('follow.offers', running, [referralId]);
    await entryOf(transaction, referralId);
  }

  async apply(transaction: Transaction, move: Move): Promise<void> {
    await this.after[move.act]?.(transaction, move);
  }

  async takenBack(transaction: Transaction, { record, act }: TakenBack): Promise<void> {
    if (act === 'attend' || act === 'no_show') await this.appointments.takeBack(transaction, record.id);
  }

  /** Whatever is still offered is offered no longer. Of whoever is booked that is another date. */
  private async endOffers(transaction: Transaction, { record }: Move): Promise<void> {
    for (const { id } of await transaction.rows<{ id: string }>('follow.running', running, [record.id])) {
      const locked = await this.offers.lock(transaction, id);
      await this.endOffer.run(transaction, locked, { act: 'withdraw', cascade: locked.offer.cascade });
    }
  }

  private async leave(transaction: Transaction, move: Move): Promise<void> {
    const { record, act, from } = move;
    if (beforeAcceptance.includes(from)) return;
    await this.endOffers(transaction, move);
    await this.appointments.cancel(transaction, record.id);
    const entry = await entryOf(transaction, record.id);
    // An appointment that led to an outcome is what the place was for.
    if (entry && !(act === 'send_outcome' && entry.state === 'placed')) moveEntry(transaction, entry, 'remove');
  }

  private async moveIfPossible(transaction: Transaction, { record }: Move, act: 'suspend' | 'resume' | 'return'): Promise<void> {
    const entry = await entryOf(transaction, record.id);
    if (entry && waitingListEntryLifecycle.allows(entry.state, act)) moveEntry(transaction, entry, act);
  }

  /** What stood still while a cancellation was asked for goes on; what had been paused before stays paused. */
  private async goOn(transaction: Transaction, move: Move): Promise<void> {
    if (move.to !== 'suspended') await this.moveIfPossible(transaction, move, 'resume');
  }

  /** Whoever was booked without having waited gets a place now, by the clock that has run since the referral was sent. */
  private async waitAgain(transaction: Transaction, { record }: Move): Promise<void> {
    const entry: EntryRecord | undefined = await entryOf(transaction, record.id);
    if (!entry) await this.join.enter(transaction, record);
    else if (entry.state === 'placed') moveEntry(transaction, entry, 'return');
  }
}
