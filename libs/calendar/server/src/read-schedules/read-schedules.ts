import type { readSchedules, Schedule } from '@lotse/calendar/model';
import type { AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const text = `
  select schedule.id, schedule.service_id as "serviceId", service.name as "serviceName", schedule.name, schedule.kind,
    schedule.staff_id as "staffId", staff.display_name as "staffName", schedule.clinician_sex as "clinicianSex", schedule.languages,
    schedule.municipality_key as "municipalityKey", municipality.name as "municipalityName", schedule.place,
    schedule.retired_at as "retiredAt", schedule.version
  from schedule join service on service.id = schedule.service_id left join staff on staff.id = schedule.staff_id
    left join municipality on municipality.ags = schedule.municipality_key
  where schedule.organisation_id = current_organisation() and (schedule.retired_at is null or $1)
  order by schedule.name, schedule.id`;

/** Whose time the own organisation gives out. */
@Injectable()
export class ReadSchedules {
  async run(transaction: Transaction): Promise<AnswerOf<typeof readSchedules>> {
    const rows = await transaction.rows<Omit<Schedule, 'retiredAt'> & { retiredAt: Date | null }>('schedules.own', text, [false]);
    return { items: rows.map((row) => ({ ...row, retiredAt: row.retiredAt?.toISOString() ?? null })) };
  }
}
