import type { Schedule } from '@lotse/calendar/model';
import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';

type ScheduleRow = Omit<Schedule, 'retiredAt'> & { retiredAt: Date | null };

const select = `
  select schedule.id, schedule.service_id as "serviceId", service.name as "serviceName", schedule.name, schedule.kind,
    schedule.staff_id as "staffId", staff.display_name as "staffName", schedule.clinician_sex as "clinicianSex", schedule.languages,
    schedule.municipality_key as "municipalityKey", municipality.name as "municipalityName", schedule.place,
    schedule.retired_at as "retiredAt", schedule.version
  from schedule join service on service.id = schedule.service_id left join staff on staff.id = schedule.staff_id
    left join municipality on municipality.ags = schedule.municipality_key
  where schedule.organisation_id = current_organisation()`;

const toSchedule = (row: ScheduleRow): Schedule => ({ ...row, retiredAt: row.retiredAt?.toISOString() ?? null });

/** Whose time the own organisation gives out; those it gave out once, too, when asked. */
export async function ownSchedules(transaction: Transaction, withRetired: boolean): Promise<Schedule[]> {
  const text = `${select} and (schedule.retired_at is null or $1) order by schedule.retired_at is not null, schedule.name, schedule.id`;
  return (await transaction.rows<ScheduleRow>('schedules.own', text, [withRetired])).map(toSchedule);
}

export async function ownSchedule(transaction: Transaction, id: string): Promise<Schedule> {
  const row = await transaction.row<ScheduleRow>('schedule.own', `${select} and schedule.id = $1`, [id]);
  if (!row) throw new Refusal(notFound());
  return toSchedule(row);
}
