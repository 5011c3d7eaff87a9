import type { Slot } from '@lotse/calendar/model';
import type { Transaction } from '@lotse/server-kit/database';

/** A slot as the database gives it. */
export type SlotRow = Omit<Slot, 'startsAt' | 'endsAt' | 'heldUntil' | 'inPoolFrom' | 'publishedAt'> & {
  startsAt: Date;
  endsAt: Date;
  heldUntil: Date | null;
  inPoolFrom: Date | null;
  publishedAt: Date | null;
};

/** A slot as contracts show it, with the names of its schedule and its service. */
export const slotColumns = `
  slot.id, slot.schedule_id as "scheduleId", schedule.name as "scheduleName", slot.service_id as "serviceId",
  service.name as "serviceName", lower(slot.during) as "startsAt", upper(slot.during) as "endsAt", slot.mode, slot.state,
  slot.held_until as "heldUntil", slot.group_id as "groupId", slot.place, slot.places, where_to.ags as "municipalityKey",
  where_to.name as "municipalityName", where_to.ags <> service.ags as outreach, schedule.languages, schedule.clinician_sex as "clinicianSex",
  slot.buffer_before as "bufferBefore", slot.buffer_after as "bufferAfter", slot.overbook_reason is not null as overbooked, slot.fits_nobody as "fitsNobody",
  slot.pool_at as "inPoolFrom", slot.published_at as "publishedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('id', further.id, 'name', further.name) order by further.name), '[]')
   from schedule further where further.id = any (slot.resource_ids)) as resources, slot.version`;
export const slotTables = `
  slot join schedule on schedule.id = slot.schedule_id join service on service.id = slot.service_id
  join municipality where_to on where_to.ags = coalesce(slot.municipality_key, schedule.municipality_key, service.ags)`;

export const toSlot = (row: SlotRow): Slot => ({
  ...row,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  heldUntil: row.heldUntil?.toISOString() ?? null,
  inPoolFrom: row.inPoolFrom?.toISOString() ?? null,
  publishedAt: row.publishedAt?.toISOString() ?? null,
});

/** A slot of the own organisation, or undefined. */
export async function ownSlot(transaction: Transaction, id: string): Promise<Slot | undefined> {
  const row = await transaction.row<SlotRow>(
    'slot.own',
    `select ${slotColumns} from ${slotTables} where slot.id = $1 and slot.organisation_id = current_organisation()`,
    [id],
  );
  return row && toSlot(row);
}

/** Several of them, in the order of the ids. */
export async function ownSlots(transaction: Transaction, ids: readonly string[]): Promise<Slot[]> {
  const rows = await transaction.rows<SlotRow>(
    'slot.own-several',
    `select ${slotColumns} from ${slotTables} where slot.id = any ($1::uuid[]) and slot.organisation_id = current_organisation()
     order by array_position($1::uuid[], slot.id)`,
    [ids],
  );
  return rows.map(toSlot);
}
