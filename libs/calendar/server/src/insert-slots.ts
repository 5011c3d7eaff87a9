import { slotOverlaps, type Slot } from '@lotse/calendar/model';
import { Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';

/** A slot to be made. */
export interface NewSlot {
  id: string;
  scheduleId: string;
  startsAt: Date;
  minutes: number;
  mode: Slot['mode'];
  groupId: string;
  place: number;
  places: number;
  municipalityKey: string | null;
  bufferBefore: number;
  bufferAfter: number;
  resourceIds: readonly string[];
  overbookReason: string | null;
  seriesId: string | null;
  seriesDay: string | null;
}

const insert = `
  insert into slot (id, region_id, organisation_id, schedule_id, service_id, during, mode, state, group_id, place, places, municipality_key,
    buffer_before, buffer_after, resource_ids, overbook_reason, series_id, series_day)
  select wanted.id, current_region(), current_organisation(), schedule.id, schedule.service_id,
    tstzrange("startsAt", "startsAt" + make_interval(mins => minutes)), mode, 'open', "groupId", wanted.place, places, "municipalityKey",
    "bufferBefore", "bufferAfter", "resourceIds", "overbookReason", "seriesId", "seriesDay"
  from jsonb_to_recordset($1::jsonb) as wanted (id uuid, "scheduleId" uuid, "startsAt" timestamptz, minutes integer, mode text,
    "groupId" uuid, place integer, places integer, "municipalityKey" text, "bufferBefore" integer, "bufferAfter" integer,
    "resourceIds" uuid[], "overbookReason" text, "seriesId" uuid, "seriesDay" date)
  join schedule on schedule.id = wanted."scheduleId" and schedule.organisation_id = current_organisation()
  order by wanted.id`;

/** Makes slots. That nothing is given out twice is the database's word; here it becomes an answer. */
export async function insertSlots(transaction: Transaction, slots: readonly NewSlot[]): Promise<void> {
  await orOverlaps(transaction.change('slots.insert', insert, [JSON.stringify(slots)]));
}

/** What the database refuses because the time is taken already, said in words. */
export async function orOverlaps<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing;
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'slot_no_overlap') throw new Refusal(slotOverlaps());
    throw error;
  }
}
