import {
  slotInPast,
  slotLifecycle,
  slotOpened,
  slotOverlaps,
  unknownSchedule,
  type openSlot,
  type Slot,
  type SlotEvent,
} from '@lotse/calendar/model';
import { newId, Refusal, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ownSlot } from '../slot-row';

interface Place {
  serviceId: string;
  isPast: boolean;
}

const findPlace = `
  select service_id as "serviceId", $2::timestamptz <= now() as "isPast" from schedule
  where id = $1 and organisation_id = current_organisation()`;

const insertSlot = `
  insert into slot (id, region_id, organisation_id, schedule_id, service_id, during, mode, state)
  values ($1, current_region(), current_organisation(), $2, $3, tstzrange($4::timestamptz, $4::timestamptz + make_interval(mins => $5)), $6, $7)`;

/** Opens a slot. That two slots of a schedule never overlap is the database's word; here it becomes an answer. */
@Injectable()
export class OpenSlot {
  async run(transaction: Transaction, input: BodyOf<typeof openSlot>): Promise<Slot> {
    const place = await transaction.row<Place>('slot.place', findPlace, [input.scheduleId, input.startsAt]);
    if (!place) throw new Refusal(unknownSchedule());
    if (place.isPast) throw new Refusal(slotInPast());
    const id = newId();
    await this.insert(transaction, id, place.serviceId, input);
    const { organisationId } = transaction.actor;
    const payload: SlotEvent = { slotId: id, serviceId: place.serviceId };
    transaction.record({ kind: 'act', verb: 'calendar.openSlot', subject: 'slot', subjectId: id });
    transaction.tell({ name: slotOpened, subject: 'slot', subjectId: id, version: 1, audience: [organisationId], payload });
    return (await ownSlot(transaction, id))!;
  }

  private async insert(transaction: Transaction, id: string, serviceId: string, input: BodyOf<typeof openSlot>): Promise<void> {
    const { scheduleId, startsAt, minutes, mode } = input;
    try {
      await transaction.change('slot.open', insertSlot, [id, scheduleId, serviceId, startsAt, minutes, mode, slotLifecycle.initial]);
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'slot_no_overlap') throw new Refusal(slotOverlaps());
      throw error;
    }
  }
}
