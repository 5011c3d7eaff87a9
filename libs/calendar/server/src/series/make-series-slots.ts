import type { WrittenSeries } from '@lotse/calendar/model';
import { slotOpened, type SlotEvent } from '@lotse/calendar/model';
import { newId } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { insertSlots, type NewSlot } from '../insert-slots';
import { isToBeMade, type PlannedDay } from './fates';

/** Makes the slots of the days that are to be made. A day that was made once is never made again: the database sees to it, too. */
@Injectable()
export class MakeSeriesSlots {
  async run(transaction: Transaction, seriesId: string, series: WrittenSeries, days: readonly PlannedDay[]): Promise<number> {
    const slots = days.filter(isToBeMade).flatMap((planned) => this.placesOn(planned, seriesId, series));
    if (slots.length === 0) return 0;
    await insertSlots(transaction, slots);
    const { organisationId } = transaction.actor;
    const services = await transaction.rows<{ id: string; serviceId: string }>(
      'series.services',
      'select id, service_id as "serviceId" from slot where id = any ($1::uuid[])',
      [slots.map(({ id }) => id)],
    );
    for (const { id, serviceId } of services) {
      const payload: SlotEvent = { slotId: id, serviceId };
      transaction.tell({ name: slotOpened, subject: 'slot', subjectId: id, version: 1, audience: [organisationId], payload });
    }
    return slots.length;
  }

  private placesOn(planned: PlannedDay, seriesId: string, series: WrittenSeries): NewSlot[] {
    const groupId = newId();
    const { minutes, mode, places, municipalityKey, bufferBefore, bufferAfter } = series;
    return Array.from({ length: places }, (_, index) => ({
      id: index === 0 ? groupId : newId(),
      scheduleId: planned.scheduleId,
      startsAt: new Date(planned.startsAt),
      minutes,
      mode,
      groupId,
      place: index + 1,
      places,
      municipalityKey,
      bufferBefore,
      bufferAfter,
      resourceIds: series.resourceIds.filter((id) => id !== planned.scheduleId),
      overbookReason: null,
      seriesId,
      seriesDay: planned.day,
    }));
  }
}
