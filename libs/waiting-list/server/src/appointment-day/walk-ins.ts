import { notFound, refuse, Refusal, type AnswerOf, type BodyOf } from '@lotse/kernel';
import { shownTo } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import { Referrals, type ReferralRecord } from '@lotse/referral/server';
import type { ReferralAct } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import {
  readAppointmentCandidates,
  waitingListEntryLifecycle,
  walkInNotPossible,
  walkInStates,
  walkInSteps,
  type Appointment,
  type recordWalkIn,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Appointments } from '../appointments';
import { entryOf, moveEntry } from '../entries';
import { showAppointment } from './appointment-row';

const latest = `
  select id from appointment where referral_id = $1 and kind = 'walk_in' order by walked_in_at desc, id desc limit 1`;

/** By reference; by name only as far as whoever looks may read the name. */
const found = `
  select x.* from (
    select r.id as "referralId", r.reference, r.state as "referralState", p.id as "personId", p.family_name || ', ' || p.given_name as "personName",
      p.birth_date::text as "birthDate", v.name as "serviceName", ${partsOfReferral('r')} as parts, r.person_sort
    from referral r join person p on p.id = r.person_id left join service v on v.id = r.service_id
    where r.recipient_organisation_id = current_organisation() and r.state = any ($1)
      and (upper(r.reference) = upper($2) or r.person_sort like '%' || sort_of_name($3) || '%')
  ) x
  where upper(x.reference) = upper($2) or x.parts is null or x.parts ~ '(^| )(identity|[*])( |$)'
  order by x.person_sort, x."referralId" limit 12`;

type Found = AnswerOf<typeof readAppointmentCandidates>['items'][number];
const foundSchema = readAppointmentCandidates.response.shape.items.element;

/** Whoever comes without an appointment gets one that says so, and the referral goes on as if it had been arranged. */
@Injectable()
export class WalkIns {
  constructor(
    private readonly referrals: Referrals,
    private readonly appointments: Appointments,
  ) {}

  async candidates(transaction: Transaction, text: string): Promise<AnswerOf<typeof readAppointmentCandidates>> {
    const named = text.replace(/,\s*/g, ' ').replace(/[\\%_]/g, '\\$&');
    const rows = await transaction.rows<Found & { personId: string; parts: string | null }>('walk-in.candidates', found, [
      walkInStates,
      text,
      named,
    ]);
    transaction.shows({ people: rows.map(({ personId }) => personId) });
    return { items: rows.map(({ parts, ...row }) => shownTo(foundSchema, row, partsFrom(parts))) };
  }

  async run(transaction: Transaction, { referralId }: BodyOf<typeof recordWalkIn>): Promise<Appointment> {
    const referral = await this.referrals.lock(transaction, referralId);
    if (referral.recipientOrganisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
    const steps = walkInSteps(referral.state);
    refuse(steps ? undefined : walkInNotPossible({ context: { state: referral.state } }));
    const isRecordedByMove = steps!.includes('start_without_appointment');
    for (const act of steps!) await this.step(transaction, referral, act);
    if (!isRecordedByMove) this.appointments.walkIn(transaction, referral);
    const { id } = (await transaction.row<{ id: string }>('walk-in.latest', latest, [referralId]))!;
    transaction.record({ kind: 'act', verb: 'appointment.walkIn', subject: 'appointment', subjectId: id, personId: referral.personId });
    return showAppointment(transaction, id);
  }

  private async step(transaction: Transaction, referral: ReferralRecord, act: ReferralAct): Promise<void> {
    if (act !== 'book') return void (await this.referrals.move(transaction, referral, act));
    const entry = await entryOf(transaction, referral.id);
    if (entry && waitingListEntryLifecycle.allows(entry.state, 'place')) moveEntry(transaction, entry, 'place');
    const appointment = await this.appointments.meetingNow(transaction, referral);
    await this.referrals.move(transaction, referral, act, { dueAt: appointment.startsAt, appointment });
  }
}
