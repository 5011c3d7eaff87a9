import { notFound, Refusal } from '@lotse/kernel';
import { shownTo } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import { undoWithinHours } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { appointmentSchema, type Appointment } from '@lotse/waiting-list/model';
import { outreachIn } from '../where-they-meet';

type Instants = 'startsAt' | 'endsAt' | 'arrivedAt' | 'recordedAt' | 'cancelledAt' | 'movedTo';

/** An appointment as the database gives it. */
export type AppointmentRow = Omit<Appointment, Instants | 'hidden'> &
  Record<Instants, Date | null> & { startsAt: Date; parts: string | null };

/** What was written down about a referral that stands as it was left can be taken back for a day, by the house that wrote it. */
const takenBack = `
  case when a.state = 'arrived' then true when a.kind <> 'booked' or a.attendance is null or a.cancelled_at is not null then false else coalesce((
    select s.act in ('attend', 'no_show') and s.organisation_id = current_organisation() and (s.before ->> 'version')::int = r.version - 1
      and s.at > now() - interval '${undoWithinHours} hours'
    from referral_step s where s.referral_id = r.id order by s.at desc, s.id desc limit 1), false) end`;

/** An appointment as contracts show it; `a` is the appointment. */
const columns = `
  a.id, a.kind, a.state, coalesce(lower(slot.during), a.walked_in_at) as "startsAt", upper(slot.during) as "endsAt", slot.mode, ${outreachIn} as "outreachIn",
  schedule.name as "scheduleName", service.name as "serviceName", slot.id as "slotId",
  case when slot.places > 1 then slot.group_id end as "groupId", case when slot.places > 1 then slot.places end as places, r.id as "referralId", r.reference, r.state as "referralState",
  p.id as "personId", p.family_name || ', ' || p.given_name as "personName", p.birth_date::text as "birthDate", p.phone,
  a.arrived_at as "arrivedAt", a.recorded_at as "recordedAt", a.missed_reason as "missedReason", a.cancelled_at as "cancelledAt",
  a.cancelled_by as "cancelledBy", a.cancel_reason as "cancelReason", a.cancelled_late as "cancelledLate",
  a.replaces_id is not null as "isRescheduled",
  (select coalesce(lower(later.during), n.walked_in_at) from appointment n left join slot later on later.id = n.slot_id
    where n.replaces_id = a.id limit 1) as "movedTo",
  a.state in ('missed', 'left') and r.risk_review_open as "isReviewOpen", ${takenBack} as "isUndoable", a.version,
  ${partsOfReferral('r')} as parts`;

const tables = `
  join referral r on r.id = a.referral_id join person p on p.id = a.person_id left join slot on slot.id = a.slot_id
  left join schedule on schedule.id = slot.schedule_id left join service on service.id = coalesce(slot.service_id, r.service_id)`;

const one = `select ${columns} from appointment a ${tables} where a.id = $1 and a.organisation_id = current_organisation()`;

/** A day by the index of its slots; whoever came without one by their own. */
export const ofDay = `
  select ${columns} from (
    select a.id from slot s join appointment a on a.slot_id = s.id
      where s.organisation_id = current_organisation() and lower(s.during) >= $1 and lower(s.during) < $2
    union all
    select a.id from appointment a
      where a.organisation_id = current_organisation() and a.kind = 'walk_in' and a.walked_in_at >= $1 and a.walked_in_at < $2
  ) day join appointment a on a.id = day.id ${tables}
  where a.organisation_id = current_organisation() order by "startsAt", "groupId" nulls first, a.id limit $3`;

/** Cut to what the reader was given. */
export function toAppointment({ parts, ...row }: AppointmentRow): Appointment {
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  const shown = {
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: at(row.endsAt),
    arrivedAt: at(row.arrivedAt),
    recordedAt: at(row.recordedAt),
    cancelledAt: at(row.cancelledAt),
    movedTo: at(row.movedTo),
  };
  return shownTo(appointmentSchema, shown, partsFrom(parts));
}

export async function showAppointment(transaction: Transaction, id: string): Promise<Appointment> {
  const row = await transaction.row<AppointmentRow>('appointment.shown', one, [id]);
  if (!row) throw new Refusal(notFound());
  return toAppointment(row);
}
