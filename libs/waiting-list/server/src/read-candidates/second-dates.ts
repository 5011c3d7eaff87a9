import type { Slot } from '@lotse/calendar/model';
import type { Slots } from '@lotse/calendar/server';
import type { Transaction } from '@lotse/server-kit/database';

const atMost = 10;

/** Free slots of the same service on other days, the nearest first. */
const otherDays = `
  select id from slot where organisation_id = current_organisation() and service_id = $1 and state = 'open' and lower(during) > now()
    and (lower(during) at time zone 'Europe/Berlin')::date <> ($2::timestamptz at time zone 'Europe/Berlin')::date
  order by lower(during), id limit ${atMost}`;

/** The slots that can be the second date of an offer of this one. */
export async function secondDatesOf(transaction: Transaction, slots: Slots, slot: Slot): Promise<Slot[]> {
  const found = await transaction.rows<{ id: string }>('slots.other-days', otherDays, [slot.serviceId, slot.startsAt]);
  return slots.readAll(
    transaction,
    found.map(({ id }) => id),
  );
}
