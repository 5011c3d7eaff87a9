import { calendarDayOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { clashesOf } from '../clashes';

interface FreedSlot {
  id: string;
  scheduleId: string;
  startsAt: Date;
  groupId: string;
  places: number;
}

interface Away {
  begins: Date;
  ends: Date;
  /** The deputy's schedule; null when nobody stands in. */
  deputyScheduleId: string | null;
}

const findAway = `
  select lower(taken.during) as begins, upper(taken.during) as ends, deputy.id as "deputyScheduleId"
  from schedule s join staff_absence a on a.staff_id = s.staff_id and a.organisation_id = s.organisation_id and a.ended_at is null
      and $2::date between a.from_day and a.until_day
    join occupied_time taken on taken.slot_id = $1 and taken.schedule_id = s.id
    left join lateral (select d.id from schedule d where d.staff_id = a.deputy_id and d.organisation_id = s.organisation_id and d.retired_at is null
      order by d.service_id = s.service_id desc, d.name, d.id limit 1) deputy on true
  where s.id = $3`;

const handOver = `
  update slot set schedule_id = $2, resource_ids = array_remove(resource_ids, $2), version = version + 1 where id = $1 and state = 'open'`;

/** What becomes of a slot that somebody gave up while its clinician is away: the same as of those that were free when the absence was entered. */
@Injectable()
export class FreedInAbsence {
  /** A place of a group stays with its group, so it goes to nobody else. */
  async fateOf(transaction: Transaction, slot: FreedSlot): Promise<'stays' | 'deputy' | 'cancelled'> {
    const values = [slot.id, calendarDayOf(slot.startsAt), slot.scheduleId];
    const away = await transaction.row<Away & Record<string, unknown>>('absence.of-freed', findAway, values);
    if (!away) return 'stays';
    const { begins, ends, deputyScheduleId } = away;
    if (deputyScheduleId === null || slot.places > 1) return 'cancelled';
    const wanted = { key: slot.id, schedules: [deputyScheduleId], begins, ends, groupId: slot.groupId };
    if ((await clashesOf(transaction, [wanted])).length > 0) return 'cancelled';
    await transaction.change('absence.hand-over-freed', handOver, [slot.id, deputyScheduleId]);
    return 'deputy';
  }
}
