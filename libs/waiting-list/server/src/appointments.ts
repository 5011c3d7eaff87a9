import { slotFreed, slotLifecycle, type SlotEvent } from '@lotse/calendar/model';
import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { calendarDayOf, newId, Refusal } from '@lotse/kernel';
import { undoOvertaken } from '@lotse/referral/model';
import type { MoveOptions, ReferralRecord } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import {
  appointmentGaveSlotBack,
  isLateCancellation,
  slotAfter,
  type AppointmentSlot,
  type CancellingParty,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { whereTheyMeet } from './where-they-meet';

const live = `
  select a.id, a.slot_id as "slotId", lower(s.during) as "startsAt", now() as now from appointment a join slot s on s.id = a.slot_id
  where a.referral_id = $1 and a.cancelled_at is null and a.attendance is null for update of a`;
const insert = `
  insert into appointment (id, region_id, organisation_id, slot_id, referral_id, person_id, booked_by, replaces_id)
  values ($1, current_region(), $2, $3, $4, $5, current_staff(), $6)`;
const walkIn = `
  insert into appointment (id, region_id, organisation_id, referral_id, person_id, booked_by, kind, walked_in_at, arrived_at, attendance, recorded_at, recorded_by,
    replaces_id)
  values ($1, current_region(), $2, $3, $4, current_staff(), 'walk_in', now(), now(), 'attended', now(), current_staff(), $5)`;
const findMeeting = `
  select slot.mode, ${whereTheyMeet} as place
  from slot join schedule on schedule.id = slot.schedule_id join service on service.id = slot.service_id
    join organisation clinic on clinic.id = slot.organisation_id where slot.id = $1`;
const findClinic = `
  select concat_ws(', ', clinic.name, coalesce(service.street, clinic.street), town.name) as place
  from service join organisation clinic on clinic.id = service.organisation_id left join municipality town on town.ags = service.ags
  where service.id = $1`;
const cancelled = `
  update appointment set cancelled_at = now(), cancelled_by = $2, cancel_reason = $3, cancelled_late = $4,
    slot_freed_at = case when $5 then now() end, version = version + 1 where id = $1`;
const record = `
  update appointment set attendance = case when $2 = 'missed' and arrived_at is not null then 'left' else $2 end, missed_reason = $3, recorded_at = now(), recorded_by = current_staff(), version = version + 1
  where referral_id = $1 and cancelled_at is null and attendance is null`;
/** The latest one that was recorded is not recorded any more. */
const forget = `
  update appointment set attendance = null, missed_reason = null, recorded_at = null, recorded_by = null, version = version + 1
  where id = (select id from appointment where referral_id = $1 and cancelled_at is null and attendance is not null and kind = 'booked'
    order by recorded_at desc limit 1)`;
/** How the latest time was: as arranged, or without an appointment. */
const cameHow = `
  select kind from appointment where referral_id = $1 and cancelled_at is null and attendance is not null order by recorded_at desc limit 1`;
const excused = `
  update appointment set cancelled_at = now(), attendance = null, missed_reason = null, cancelled_late = true, version = version + 1
  where id = (select id from appointment where referral_id = $1 and attendance in ('missed', 'left') and cancelled_at is null order by booked_at desc limit 1)`;

/** What a referral keeps of an appointment. */
export type Meeting = NonNullable<MoveOptions['appointment']>;

/** The appointment that somebody still has. */
export interface LiveAppointment {
  id: string;
  slotId: string;
  startsAt: Date;
  now: Date;
}

/** Who cancelled, and why. Nobody is named when the appointment ends with what it was for. */
export interface Cancellation {
  by: CancellingParty;
  reason: string;
}

/** Appointments of referrals. A slot that is given up early enough goes to the next person who fits. */
@Injectable()
export class Appointments {
  constructor(private readonly slots: Slots) {}

  /** When, how and where somebody with a slot meets the clinic, in words for them. */
  async meetingOf(transaction: Transaction, { id, startsAt, endsAt }: SlotRecord): Promise<Meeting> {
    const found = await transaction.row<Pick<Meeting, 'mode' | 'place'>>('appointment.meeting', findMeeting, [id]);
    return { startsAt, endsAt, ...found! };
  }

  /** Whoever came without an appointment is at the clinic. */
  async meetingNow(transaction: Transaction, { serviceId }: ReferralRecord): Promise<Meeting> {
    const now = new Date();
    const found = await transaction.row<Pick<Meeting, 'place'>>('appointment.clinic', findClinic, [serviceId]);
    return { startsAt: now, endsAt: now, mode: 'on_site', place: found!.place };
  }

  book(transaction: Transaction, slot: SlotRecord, referral: ReferralRecord, replaces?: string): void {
    this.slots.take(transaction, slot, referral.id);
    transaction.send('appointment.book', insert, [newId(), slot.organisationId, slot.id, referral.id, referral.personId, replaces ?? null]);
  }

  /** Whoever came without an appointment was here. */
  walkIn(transaction: Transaction, { id, recipientOrganisationId, personId }: ReferralRecord, instead: string | null = null): void {
    transaction.send('appointment.walk-in', walkIn, [newId(), recipientOrganisationId, id, personId, instead]);
  }

  /**
   * Whoever is seen on the day has come as arranged. Before that day nobody has: they came without an appointment, and the one they had is free
   * for somebody else. Answers how one met in that case.
   */
  async attend(transaction: Transaction, referral: ReferralRecord): Promise<Meeting | undefined> {
    const found = await this.live(transaction, referral.id);
    if (!found || calendarDayOf(found.startsAt) <= calendarDayOf(found.now)) {
      this.attendance(transaction, referral.id, 'attended');
      return undefined;
    }
    await this.cancel(transaction, referral.id);
    this.walkIn(transaction, referral, found.id);
    return this.meetingNow(transaction, referral);
  }

  live(transaction: Transaction, referralId: string): Promise<LiveAppointment | undefined> {
    return transaction.row<LiveAppointment>('appointment.live', live, [referralId]);
  }

  /** Cancels the appointment that is still to come or to be answered for, and answers which; nothing happens when there is none. */
  async cancel(transaction: Transaction, referralId: string, why?: Cancellation): Promise<string | undefined> {
    const found = await this.live(transaction, referralId);
    if (!found) return undefined;
    const slot = await this.slots.load(transaction, found.slotId);
    const isFreed = this.giveBack(transaction, slot, referralId, why);
    const isLate = why ? isLateCancellation(slot.startsAt, slot.now) : null;
    transaction.send('appointment.cancel', cancelled, [found.id, why?.by ?? null, why?.reason ?? null, isLate, isFreed]);
    return found.id;
  }

  attendance(transaction: Transaction, referralId: string, attendance: 'attended' | 'missed' | 'left', reason?: string): void {
    transaction.send('appointment.attendance', record, [referralId, attendance, reason ?? null]);
  }

  /** What was written down about somebody's coming was a slip. Whoever came without an appointment has none to go back to: one that was given up may be somebody else's by now. */
  async takeBack(transaction: Transaction, referralId: string): Promise<void> {
    const came = await transaction.row<{ kind: string }>('appointment.came-how', cameHow, [referralId]);
    if (came?.kind === 'walk_in') throw new Refusal(undoOvertaken());
    transaction.send('appointment.take-back', forget, [referralId]);
  }

  /** A missed appointment that turns out to have been cancelled. */
  wasCancelled(transaction: Transaction, referralId: string): void {
    transaction.send('appointment.was-cancelled', excused, [referralId]);
  }

  /** Answers whether somebody else can have the slot now. */
  private giveBack(transaction: Transaction, slot: SlotRecord, referralId: string, why?: Cancellation): boolean {
    if (slot.holderId !== referralId || slot.startsAt <= slot.now || !slotLifecycle.allows(slot.state, 'release')) return false;
    const what = slotAfter(why);
    const { version } = what === 'gone' ? this.slots.cancel(transaction, slot, why!.reason) : this.slots.release(transaction, slot);
    if (what === 'gone') return false;
    const payload: SlotEvent = { slotId: slot.id, serviceId: slot.serviceId };
    const audience = [slot.organisationId];
    transaction.tell({ name: slotFreed, subject: 'slot', subjectId: slot.id, version, audience, payload });
    const given: AppointmentSlot = { ...payload, recipientOrganisationId: slot.organisationId, cascade: what === 'refill' };
    transaction.tell({ name: appointmentGaveSlotBack, subject: 'slot', subjectId: slot.id, version, audience, payload: given });
    return true;
  }
}
