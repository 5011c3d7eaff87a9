import { Slots } from '@lotse/calendar/server';
import type { MovedReferral } from '@lotse/referral/model';
import { Referrals } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { waitingListEntryLifecycle } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Appointments } from '../appointments';
import { entryOf, moveEntry } from '../entries';
import { expectFree } from './expect-free';

/** Gives a free slot of the own calendar to a referral (T19), or another one instead of the one it has (T20): both or neither. */
@Injectable()
export class BookSlot {
  constructor(
    private readonly slots: Slots,
    private readonly referrals: Referrals,
    private readonly appointments: Appointments,
  ) {}

  async run(transaction: Transaction, id: string, version: number, act: 'book' | 'reschedule', slotId: string): Promise<MovedReferral> {
    const slot = await this.slots.load(transaction, slotId).catch((thrown: unknown) => thrown);
    const referral = await this.referrals.take(transaction, id, version, act);
    expectFree(slot, transaction.actor.organisationId);
    const replaced = act === 'reschedule' ? await this.appointments.cancel(transaction, id) : undefined;
    const entry = await entryOf(transaction, id);
    if (entry && waitingListEntryLifecycle.allows(entry.state, 'place')) moveEntry(transaction, entry, 'place');
    this.appointments.book(transaction, slot, referral, replaced);
    const appointment = await this.appointments.meetingOf(transaction, slot);
    return this.referrals.move(transaction, referral, act, { dueAt: slot.startsAt, appointment });
  }
}
