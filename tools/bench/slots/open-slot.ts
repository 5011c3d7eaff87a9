import { randomUUID } from 'node:crypto';
import { openSlot, type Slot } from '@lotse/calendar/model';
import type { Client } from 'pg';
import type { Call } from '../caller';

/** A schedule of its own for slots of this service; answers its id. */
export async function addSchedule(owner: Client, serviceId: string): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into schedule (id, region_id, organisation_id, service_id, name)
     select $2, region_id, organisation_id, id, 'Sprechzimmer' from service where id = $1`,
    [serviceId, id],
  );
  return id;
}

/** Opens a slot of 50 minutes the way the clinic does. */
export const openSlotAt = (call: Call, scheduleId: string, startsAt: Date): Promise<Slot> =>
  call(openSlot, { body: { scheduleId, startsAt: startsAt.toISOString(), minutes: 50, mode: 'on_site' } });
