import { slotFreed, slotLifecycle, type SlotEvent } from '@lotse/calendar/model';
import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { newId } from '@lotse/kernel';
import type { ReferralRecord } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const live = `
  select id, slot_id as "slotId" from appointment where referral_id = $1 and cancelled_at is null and attendance is null for update`;
const insert = `
  insert into appointment (id, region_id, organisation_id, slot_id, referral_id, person_id, booked_by)
  values ($1, current_region(), $2, $3, $4, $5, current_staff())`;
const findPlace = `
  select clinic.name || coalesce(', ' || coalesce(service.street, clinic.street), '') as place
  from service join organisation clinic on clinic.id = service.organisation_id where service.id = $1`;

/** Appointments of referrals. A slot that is given up early enough is free for the next person. */
@Injectable()
export class Appointments {
  constructor(private readonly slots: Slots) {}

  /** Where a slot is, in words for the person. */
  async placeOf(transaction: Transaction, slot: SlotRecord): Promise<string> {
    const found = await transaction.row<{ place: string }>('offer.place', findPlace, [slot.serviceId]);
    return found!.place;
  }

  book(transaction: Transaction, slot: SlotRecord, referral: ReferralRecord): void {
    this.slots.take(transaction, slot, referral.id);
    transaction.send('appointment.book', insert, [newId(), slot.organisationId, slot.id, referral.id, referral.personId]);
  }

  /** Cancels the appointment that is still to come or to be answered for; nothing happens when there is none. */
  async cancel(transaction: Transaction, referralId: string): Promise<void> {
    const found = await transaction.row<{ id: string; slotId: string }>('appointment.live', live, [referralId]);
    if (!found) return;
    transaction.send('appointment.cancel', 'update appointment set cancelled_at = now() where id = $1', [found.id]);
    this.free(transaction, await this.slots.load(transaction, found.slotId), referralId);
  }

  attendance(transaction: Transaction, referralId: string, attendance: 'attended' | 'missed'): void {
    transaction.send(
      'appointment.attendance',
      'update appointment set attendance = $2 where referral_id = $1 and cancelled_at is null and attendance is null',
      [referralId, attendance],
    );
  }

  /** A missed appointment that turns out to have been cancelled. */
  wasCancelled(transaction: Transaction, referralId: string): void {
    transaction.send(
      'appointment.was-cancelled',
      `update appointment set cancelled_at = now(), attendance = null where id = (select id from appointment
         where referral_id = $1 and attendance = 'missed' and cancelled_at is null order by booked_at desc limit 1)`,
      [referralId],
    );
  }

  private free(transaction: Transaction, slot: SlotRecord, referralId: string): void {
    if (slot.holderId !== referralId || slot.startsAt <= slot.now || !slotLifecycle.allows(slot.state, 'release')) return;
    const { version } = this.slots.release(transaction, slot);
    const payload: SlotEvent = { slotId: slot.id, serviceId: slot.serviceId };
    transaction.tell({ name: slotFreed, subject: 'slot', subjectId: slot.id, version, audience: [slot.organisationId], payload });
  }
}
