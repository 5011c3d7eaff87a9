import {
  slotInPast,
  slotOpened,
  unknownMunicipality,
  unknownSchedule,
  type openSlot,
  type Slot,
  type SlotEvent,
} from '@lotse/calendar/model';
import { newId, Refusal, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { withBuffers } from '../clashes';
import { insertSlots } from '../insert-slots';
import { ownSlot } from '../slot-row';
import { expectFreeTimeOrReason } from '../time-is-free';

interface Place {
  serviceId: string;
  isPast: boolean;
  isKnownThere: boolean;
  resources: number;
}

const findPlace = `
  select service_id as "serviceId", $2::timestamptz <= now() as "isPast",
    $3::text is null or exists (select from municipality m where m.ags = $3 and m.region_id = current_region()) as "isKnownThere",
    (select count(*)::int from schedule further where further.id = any ($4::uuid[]) and further.organisation_id = current_organisation()
      and further.retired_at is null) as resources
  from schedule where id = $1 and organisation_id = current_organisation() and retired_at is null`;

/** Opens a slot, or a group with its places. */
@Injectable()
export class OpenSlot {
  /** @param givenReason why the time is given out although it may be taken; whoever may do that has a permission of their own */
  async run(transaction: Transaction, input: BodyOf<typeof openSlot>, givenReason: string | null = null): Promise<Slot> {
    const { serviceId } = await this.placeOf(transaction, input);
    const groupId = newId();
    const resourceIds = [...new Set(input.resourceIds ?? [])].filter((id) => id !== input.scheduleId);
    const { bufferBefore = 0, bufferAfter = 0, places = 1 } = input;
    const startsAt = new Date(input.startsAt);
    const time = withBuffers(startsAt, input.minutes, bufferBefore, bufferAfter);
    const wanted = { key: 'slot', schedules: [input.scheduleId, ...resourceIds], ...time };
    const overbookReason = await expectFreeTimeOrReason(transaction, wanted, givenReason);
    const ids = Array.from({ length: places }, (_, index) => (index === 0 ? groupId : newId()));
    const { scheduleId, minutes, mode, municipalityKey = null } = input;
    const slot = {
      scheduleId,
      startsAt,
      minutes,
      mode,
      groupId,
      places,
      municipalityKey,
      bufferBefore,
      bufferAfter,
      resourceIds,
      overbookReason,
    };
    await insertSlots(
      transaction,
      ids.map((id, index) => ({ ...slot, id, place: index + 1, seriesId: null, seriesDay: null })),
    );
    for (const id of ids) this.tell(transaction, id, serviceId, overbookReason !== null);
    return (await ownSlot(transaction, groupId))!;
  }

  private async placeOf(transaction: Transaction, input: BodyOf<typeof openSlot>): Promise<Place> {
    const resourceIds = [...new Set(input.resourceIds ?? [])];
    const place = await transaction.row<Place & Record<string, unknown>>('slot.place', findPlace, [
      input.scheduleId,
      input.startsAt,
      input.municipalityKey ?? null,
      resourceIds,
    ]);
    if (!place || place.resources !== resourceIds.length) throw new Refusal(unknownSchedule());
    if (!place.isKnownThere) throw new Refusal(unknownMunicipality());
    if (place.isPast) throw new Refusal(slotInPast());
    return place;
  }

  private tell(transaction: Transaction, id: string, serviceId: string, isOverbooked: boolean): void {
    const payload: SlotEvent = { slotId: id, serviceId };
    transaction.record({ kind: 'act', verb: 'calendar.openSlot', subject: 'slot', subjectId: id });
    if (isOverbooked) transaction.record({ kind: 'act', verb: 'calendar.overbook', subject: 'slot', subjectId: id });
    const { organisationId } = transaction.actor;
    transaction.tell({ name: slotOpened, subject: 'slot', subjectId: id, version: 1, audience: [organisationId], payload });
  }
}
