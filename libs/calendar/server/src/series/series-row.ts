import type { SlotSeries } from '@lotse/calendar/model';
import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';

const columns = `
  s.id, s.schedule_id as "scheduleId", schedule.name as "scheduleName", s.rule, to_char(s.starts_on, 'YYYY-MM-DD') as "startsOn",
  to_char(s.ends_on, 'YYYY-MM-DD') as "endsOn", s.starts_at as "startsAt", s.minutes, s.mode, s.places, s.municipality_key as "municipalityKey",
  municipality.name as "municipalityName", s.buffer_before as "bufferBefore", s.buffer_after as "bufferAfter", s.resource_ids as "resourceIds",
  s.on_holidays as "onHolidays", s.version,
  (select to_char(max(series_day), 'YYYY-MM-DD') from slot where series_id = s.id) as "madeUntil",
  (select coalesce(jsonb_agg(jsonb_build_object('day', e.day, 'movedTo', to_char(e.moved_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
     order by e.day), '[]') from slot_series_exception e where e.series_id = s.id) as exceptions`;
const tables = `
  slot_series s join schedule on schedule.id = s.schedule_id left join municipality on municipality.ags = s.municipality_key
  where s.organisation_id = current_organisation()`;

/** Every series that still runs, by schedule and time. */
export const runningSeries = (transaction: Transaction): Promise<SlotSeries[]> =>
  transaction.rows<SlotSeries>(
    'series.running',
    `select ${columns} from ${tables} and (s.ends_on is null or s.ends_on >= current_date) order by schedule.name, s.starts_at, s.id`,
  );

/** One series of the own organisation. */
export async function ownSeries(transaction: Transaction, id: string): Promise<SlotSeries> {
  const series = await transaction.row<SlotSeries>('series.own', `select ${columns} from ${tables} and s.id = $1`, [id]);
  if (!series) throw new Refusal(notFound());
  return series;
}

/** The same, locked until the transaction ends: a series is made, changed and ended by one at a time. */
export async function lockedSeries(transaction: Transaction, id: string): Promise<SlotSeries> {
  transaction.send('series.lock', 'select id from slot_series where id = $1 for update', [id]);
  return ownSeries(transaction, id);
}
