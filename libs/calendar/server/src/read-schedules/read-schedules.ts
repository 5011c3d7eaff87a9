import type { readSchedules, Schedule } from '@lotse/calendar/model';
import type { AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const text = `
  select schedule.id, schedule.service_id as "serviceId", service.name as "serviceName", schedule.name
  from schedule join service on service.id = schedule.service_id
  where schedule.organisation_id = current_organisation() order by schedule.name, schedule.id`;

/** Whose time the own organisation gives out. */
@Injectable()
export class ReadSchedules {
  async run(transaction: Transaction): Promise<AnswerOf<typeof readSchedules>> {
    return { items: await transaction.rows<Schedule>('schedules.own', text) };
  }
}
