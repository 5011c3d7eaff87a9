import { createSchedule, openSlot, type Slot } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, instantAt, type AnswerOf, type Endpoint } from '@lotse/kernel';
import { publishSlot } from '@lotse/waiting-list/model';
import type { Client } from 'pg';
import { intakeAt } from '../county/organisations';
import { serviceId } from '../county/write-counties';
import type { Caller, Sent } from '../replay/caller';
import { seedKeys } from '../replay/replay';

const counsellors = intakeAt('lichtung');

/** Two free slots of a service on whose list nobody waits: one that the county sees, and one that those who coordinate are to decide about. */
export class SlotsForTheCounty {
  private count = 0;

  constructor(
    private readonly caller: Caller,
    private readonly now: Date,
  ) {}

  async run(owner: Client): Promise<void> {
    const body = { name: 'Erstgespräch Hochrhein', kind: 'team' as const, serviceId: serviceId('spdi_hochrhein'), languages: ['de', 'it'] };
    const { id: scheduleId } = await this.write(createSchedule, { body });
    const published = await this.opens(scheduleId, 9, '10:00');
    await this.write(publishSlot, { params: { id: published.id }, version: published.version });
    const undecided = await this.opens(scheduleId, 11, '14:00');
    await owner.query('update slot set fits_nobody = true, pool_at = now() where id = $1', [undecided.id]);
  }

  private opens(scheduleId: string, inDays: number, at: string): Promise<Slot> {
    const day = addCalendarDays(calendarDayOf(this.now), inDays);
    // Nobody comes on a weekend.
    const later = [1, 0, 0, 0, 0, 0, 2][new Date(`${day}T12:00:00Z`).getUTCDay()]!;
    const startsAt = instantAt(addCalendarDays(day, later), at).toISOString();
    return this.write(openSlot, { body: { scheduleId, startsAt, minutes: 50, mode: 'on_site' } });
  }

  private write<Contract extends Endpoint>(contract: Contract, sent: Sent<Contract>): Promise<AnswerOf<Contract>> {
    return this.caller.call(counsellors, contract, { ...sent, key: `${seedKeys}for-the-county/${++this.count}` });
  }
}
