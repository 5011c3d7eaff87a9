import { slotInPast, slotTaken, unknownSchedule, type moveSlot, type Slot } from '@lotse/calendar/model';
import { Refusal, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { withBuffers } from '../clashes';
import { orOverlaps } from '../insert-slots';
import { ownSlotIn } from '../own-free-slot';
import { ownSlot } from '../slot-row';
import { Slots, type SlotRecord } from '../slots';
import { expectFreeTimeOrReason } from '../time-is-free';

interface Place {
  serviceId: string;
  isPast: boolean;
  bufferBefore: number;
  bufferAfter: number;
  resourceIds: string[];
}

const findPlace = `
  select schedule.service_id as "serviceId", $2::timestamptz <= now() as "isPast", slot.buffer_before as "bufferBefore",
    slot.buffer_after as "bufferAfter", slot.resource_ids as "resourceIds"
  from schedule, slot where schedule.id = $1 and schedule.organisation_id = current_organisation() and schedule.retired_at is null and slot.id = $3`;

const move = `
  update slot set during = tstzrange($2::timestamptz, $2::timestamptz + make_interval(mins => $3)), schedule_id = $4, service_id = $5,
    overbook_reason = $6, resource_ids = array_remove(resource_ids, $4), version = version + 1
  where group_id = $1 and state <> 'cancelled'`;

/** Moves a free slot; a group moves as a whole, while nobody has one of its places. */
@Injectable()
export class MoveSlot {
  constructor(private readonly slots: Slots) {}

  /** @param givenReason why it is moved to a time that may be taken; whoever may do that has a permission of their own */
  async run(
    transaction: Transaction,
    id: string,
    version: number,
    body: BodyOf<typeof moveSlot>,
    givenReason: string | null = null,
  ): Promise<Slot> {
    const slot = await ownSlotIn(transaction, this.slots, id, version, ['open', 'blocked']);
    await this.expectFreeGroup(transaction, slot);
    const scheduleId = body.scheduleId ?? slot.scheduleId;
    const place = await transaction.row<Place & Record<string, unknown>>('slot.place-to', findPlace, [scheduleId, body.startsAt, id]);
    if (!place) throw new Refusal(unknownSchedule());
    if (place.isPast) throw new Refusal(slotInPast());
    const time = withBuffers(new Date(body.startsAt), body.minutes, place.bufferBefore, place.bufferAfter);
    const wanted = { key: 'slot', schedules: [scheduleId, ...place.resourceIds], groupId: slot.groupId, ...time };
    const overbookReason = await expectFreeTimeOrReason(transaction, wanted, givenReason);
    const values = [slot.groupId, body.startsAt, body.minutes, scheduleId, place.serviceId, overbookReason];
    await orOverlaps(transaction.change('slot.move-to', move, values));
    transaction.record({ kind: 'act', verb: 'calendar.moveSlot', subject: 'slot', subjectId: id });
    if (overbookReason !== null) transaction.record({ kind: 'act', verb: 'calendar.overbook', subject: 'slot', subjectId: id });
    const { organisationId } = transaction.actor;
    transaction.announce({ name: 'slot.moved', subject: 'slot', subjectId: id, version: version + 1, audience: [organisationId] });
    return (await ownSlot(transaction, id))!;
  }

  private async expectFreeGroup(transaction: Transaction, slot: SlotRecord): Promise<void> {
    if (slot.places === 1) return;
    const states = await transaction.rows<{ state: string }>(
      'slot.group',
      `select state from slot where group_id = $1 and state <> 'cancelled' order by id for update`,
      [slot.groupId],
    );
    const had = states.find(({ state }) => state === 'held' || state === 'taken');
    if (had) throw new Refusal(slotTaken({ context: { state: had.state } }));
  }
}
