import type { readSlots } from '@lotse/calendar/model';
import type { AnswerOf, QueryOf } from '@lotse/kernel';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { slotColumns, slotTables, toSlot, type SlotRow } from '../slot-row';

/** The start as text, because a JavaScript date would lose its microseconds. */
type Row = SlotRow & { startKey: string };

const text = `
  select ${slotColumns}, lower(slot.during)::text as "startKey" from ${slotTables}
  where slot.organisation_id = current_organisation()
    and lower(slot.during) >= greatest(coalesce($1::timestamptz, now() - interval '1 day'), $4::timestamptz)
    and ($2::timestamptz is null or lower(slot.during) < $2) and ($3::text is null or slot.state = $3)
    and ($4::timestamptz is null or (lower(slot.during), slot.id) > ($4, $5::uuid)) and ($7::uuid is null or slot.service_id = $7)
  order by lower(slot.during), slot.id limit $6`;

/** The slots of the own organisation by start; from yesterday on, unless asked otherwise. */
@Injectable()
export class ReadSlots {
  async run(transaction: Transaction, query: QueryOf<typeof readSlots>): Promise<AnswerOf<typeof readSlots>> {
    const rows = await transaction.rows<Row>('slots.read', text, [
      query.from ?? null,
      query.to ?? null,
      query.state ?? null,
      ...readCursor(query.cursor, 2),
      query.limit + 1,
      query.serviceId ?? null,
    ]);
    return asPage(
      rows,
      query.limit,
      ({ startKey, id }) => [startKey, id],
      ({ startKey: _, ...row }) => toSlot(row),
    );
  }
}
