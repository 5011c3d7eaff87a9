import { calendarDayOf, notFound, refuse, Refusal, versionStale, type BodyOf } from '@lotse/kernel';
import { refusedReason } from '@lotse/referral/model';
import { Referrals, UndoMove, type ReferralRecord } from '@lotse/referral/server';
import type { ReasonList } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import {
  appointmentLifecycle,
  nothingRecorded,
  refusedAppointment,
  type Appointment,
  type AppointmentAct,
  type AppointmentState,
  type cancelAppointmentHere,
  type missAppointment,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showAppointment } from './appointment-row';

interface Locked {
  id: string;
  referralId: string;
  personId: string;
  state: AppointmentState;
  startsAt: Date;
  version: number;
  now: Date;
}

const peek = 'select referral_id as "referralId" from appointment where id = $1 and organisation_id = current_organisation()';
const lock = `
  select a.id, a.referral_id as "referralId", a.person_id as "personId", a.state, coalesce(lower(slot.during), a.walked_in_at) as "startsAt",
    a.version, now() as now
  from appointment a left join slot on slot.id = a.slot_id where a.id = $1 for update of a`;

/**
 * What happens with an appointment on its day, said by the appointment. Each is the act of the referral that it is, and what follows from that
 * act (attendance, slot, review, tasks) follows all the same.
 */
@Injectable()
export class RecordAttendance {
  constructor(
    private readonly referrals: Referrals,
    private readonly undoMove: UndoMove,
    private readonly regions: Regions,
  ) {}

  async arrive(transaction: Transaction, id: string, version: number): Promise<Appointment> {
    const { appointment } = await this.take(transaction, id, version, 'arrive');
    transaction.send('appointment.arrive', 'update appointment set arrived_at = now(), version = version + 1 where id = $1', [id]);
    this.tell(transaction, appointment, 'arrive');
    return showAppointment(transaction, id);
  }

  async attend(transaction: Transaction, id: string, version: number): Promise<Appointment> {
    const { referral } = await this.take(transaction, id, version, 'attend');
    await this.referrals.move(transaction, referral, 'attend');
    return showAppointment(transaction, id);
  }

  /** Whoever had arrived and is not there any more has left before being seen. */
  async miss(
    transaction: Transaction,
    id: string,
    version: number,
    { reason, comment }: BodyOf<typeof missAppointment>,
  ): Promise<Appointment> {
    const { referral } = await this.take(transaction, id, version, 'miss');
    return this.because(transaction, id, referral, 'no_show', { list: 'no_show', code: reason, comment });
  }

  async cancel(transaction: Transaction, id: string, version: number, body: BodyOf<typeof cancelAppointmentHere>): Promise<Appointment> {
    const { referral } = await this.take(transaction, id, version, 'cancel');
    const { by, reason, comment } = body;
    return this.because(transaction, id, referral, 'cancel_appointment', { list: `cancel_by_${by}`, code: reason, comment });
  }

  /** What was said of somebody's coming was a slip: the referral's step is taken back, and what had followed from it. */
  async takeBack(transaction: Transaction, id: string, version: number): Promise<Appointment> {
    const { appointment, referral } = await this.lock(transaction, id, version);
    const shown = await showAppointment(transaction, id);
    refuse(shown.isUndoable ? undefined : nothingRecorded());
    if (appointment.state === 'arrived') {
      transaction.send('appointment.not-arrived', 'update appointment set arrived_at = null, version = version + 1 where id = $1', [id]);
      this.tell(transaction, appointment, 'takeBack');
    } else await this.undoMove.run(transaction, appointment.referralId, referral.version);
    return showAppointment(transaction, id);
  }

  private async because(
    transaction: Transaction,
    id: string,
    referral: ReferralRecord,
    act: 'no_show' | 'cancel_appointment',
    given: { list: ReasonList; code: string; comment: string | undefined },
  ): Promise<Appointment> {
    refuse(refusedReason(given, await this.regions.settings(transaction), calendarDayOf(new Date())));
    const { list, code, comment } = given;
    await this.referrals.move(transaction, referral, act, { note: [code, comment].filter(Boolean).join(' · '), reason: { list, code } });
    return showAppointment(transaction, id);
  }

  private async take(transaction: Transaction, id: string, version: number, said: AppointmentAct) {
    const locked = await this.lock(transaction, id, version);
    const { appointment } = locked;
    const act = said === 'miss' && appointmentLifecycle.allows(appointment.state, 'leave') ? 'leave' : said;
    const isDayBefore = (one: Date, other: Date) => calendarDayOf(one) < calendarDayOf(other);
    refuse(refusedAppointment(act, appointment, appointment.now, isDayBefore));
    return locked;
  }

  /** Slot, offer, place and referral before the appointment: the order of everybody who locks them. */
  private async lock(transaction: Transaction, id: string, version: number): Promise<{ appointment: Locked; referral: ReferralRecord }> {
    const found = await transaction.row<{ referralId: string }>('appointment.peek', peek, [id]);
    if (!found) throw new Refusal(notFound());
    const referral = await this.referrals.lock(transaction, found.referralId);
    const appointment = (await transaction.row<Locked>('appointment.lock', lock, [id]))!;
    refuse(
      appointment.version === version ? undefined : versionStale({ context: { version: appointment.version, state: appointment.state } }),
    );
    return { appointment, referral };
  }

  /** No step of the referral, so it says by itself that something was done. */
  private tell(transaction: Transaction, { id, personId, version }: Locked, act: 'arrive' | 'takeBack'): void {
    transaction.record({ kind: 'act', verb: `appointment.${act}`, subject: 'appointment', subjectId: id, personId });
    transaction.announce({
      name: `appointment.${act}`,
      subject: 'appointment',
      subjectId: id,
      version: version + 1,
      audience: [transaction.actor.organisationId],
    });
  }
}
