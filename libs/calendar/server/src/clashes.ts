import type { Transaction } from '@lotse/server-kit/database';

/** Time that somebody would like to take of some schedules, buffers included. */
export interface WantedTime {
  key: string;
  schedules: readonly string[];
  begins: Date;
  ends: Date;
  /** The group it belongs to: its own time is in nobody's way. */
  groupId?: string;
}

/** What stands in the way of it. */
export interface Clash {
  key: string;
  slotId: string;
  scheduleName: string;
  startsAt: Date;
  endsAt: Date;
  /** From when to when nobody else can have it: its buffers are part of that. */
  takenFrom: Date;
  takenUntil: Date;
}

const text = `
  select distinct on (wanted.key) wanted.key, slot.id as "slotId", schedule.name as "scheduleName", lower(slot.during) as "startsAt",
    upper(slot.during) as "endsAt", lower(taken.during) as "takenFrom", upper(taken.during) as "takenUntil"
  from jsonb_to_recordset($1::jsonb) as wanted (key text, schedules uuid[], begins timestamptz, ends timestamptz, "groupId" uuid)
  join occupied_time taken on taken.schedule_id = any (wanted.schedules) and taken.active
    and taken.during && tstzrange(wanted.begins, wanted.ends) and taken.group_id is distinct from wanted."groupId"
  join slot on slot.id = taken.slot_id join schedule on schedule.id = taken.schedule_id
  where not coalesce(slot.series_id = $2::uuid and slot.state in ('open', 'blocked') and slot.series_day >= $3::date, false)
  order by wanted.key, lower(slot.during)`;

/**
 * What lies where something is wanted, the first of it for each. What was overbooked lies there as well: whoever comes next needs a reason of
 * their own, also when the slot below it is gone. Of all else the database refuses in any case, and this is for saying what with.
 * @param instead a series that makes room from a day on: its free slots are in nobody's way
 */
export function clashesOf(
  transaction: Transaction,
  wanted: readonly WantedTime[],
  instead?: { seriesId: string; from: string },
): Promise<Clash[]> {
  return transaction.rows<Clash & Record<string, unknown>>('slots.clashes', text, [
    JSON.stringify(wanted),
    instead?.seriesId ?? null,
    instead?.from ?? null,
  ]);
}

/** A slot with the time before and after it that nobody else can have. */
export const withBuffers = (begins: Date, minutes: number, before: number, after: number): { begins: Date; ends: Date } => ({
  begins: new Date(begins.getTime() - before * 60_000),
  ends: new Date(begins.getTime() + (minutes + after) * 60_000),
});
