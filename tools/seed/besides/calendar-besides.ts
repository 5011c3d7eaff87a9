import { createSchedule, createSeries, enterAbsence, openSlot, type Schedule } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, instantAt, type AnswerOf, type CalendarDay, type Endpoint } from '@lotse/kernel';
import type { Client } from 'pg';
import { intakeAt } from '../county/organisations';
import { serviceId } from '../county/write-counties';
import type { Caller, Sent } from '../replay/caller';
import { seedKeys } from '../replay/replay';

const clinic = intakeAt('wiesenufer');

/**
 * One of everything that a calendar can be: a clinician with hours every week, a room that is booked along, a group with places, a day of
 * outreach in a village, and an absence with a deputy. Done through the acts themselves, at times that no history uses.
 */
export class CalendarBesides {
  private count = 0;
  private readonly monday: CalendarDay;

  constructor(
    private readonly caller: Caller,
    now: Date,
  ) {
    const today = calendarDayOf(now);
    this.monday = addCalendarDays(today, 7 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  }

  async run(owner: Client): Promise<void> {
    const room = await this.schedule({ name: 'Gruppenraum Uferallee', kind: 'room', place: 'Erdgeschoss, Zimmer 04' });
    const own = await this.hoursEveryWeek(owner, room);
    await this.group(room);
    await this.outreach(own);
    await this.absence(own, await this.deputy(owner));
  }

  private write<Contract extends Endpoint>(contract: Contract, sent: Sent<Contract>): Promise<AnswerOf<Contract>> {
    return this.caller.call(clinic, contract, { ...sent, key: `${seedKeys}calendar/${++this.count}` });
  }

  private schedule(more: object): Promise<Schedule> {
    const usual = { name: '', kind: 'clinician' as const, serviceId: serviceId('pia'), languages: ['de'] };
    return this.write(createSchedule, { body: { ...usual, ...more } });
  }

  private async hoursEveryWeek(owner: Client, room: Schedule): Promise<Schedule> {
    const staffId = await this.staffIdOf(owner, 'clinician@demo.example');
    const own = await this.schedule({
      name: 'Sprechstunde Dr. Rehm',
      staffId,
      clinicianSex: 'male',
      languages: ['de', 'en'],
      place: 'Zimmer 12',
    });
    const hours = {
      scheduleId: own.id,
      startsOn: this.monday,
      endsOn: addCalendarDays(this.monday, 41),
      minutes: 50,
      mode: 'on_site' as const,
      bufferAfter: 10,
    };
    await this.write(createSeries, { body: { ...hours, rule: 'FREQ=WEEKLY;BYDAY=TU', startsAt: '16:00', resourceIds: [room.id] } });
    await this.write(createSeries, { body: { ...hours, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', startsAt: '17:00', mode: 'video' } });
    return own;
  }

  private async group(room: Schedule): Promise<void> {
    const group = await this.schedule({ name: 'Gruppe Stabilisierung', kind: 'group' });
    await this.write(createSeries, {
      body: {
        scheduleId: group.id,
        rule: 'FREQ=WEEKLY;BYDAY=WE',
        startsOn: this.monday,
        endsOn: addCalendarDays(this.monday, 20),
        startsAt: '16:30',
        minutes: 90,
        mode: 'on_site',
        places: 6,
        resourceIds: [room.id],
      },
    });
  }

  /** An evening in Schönau, in the small valley from which the bus takes an hour. */
  private async outreach(own: Schedule): Promise<void> {
    const day = addCalendarDays(this.monday, 10);
    for (const time of ['18:30', '19:30']) {
      const startsAt = instantAt(day, time).toISOString();
      await this.write(openSlot, { body: { scheduleId: own.id, startsAt, minutes: 45, mode: 'on_site', municipalityKey: '08336079' } });
    }
  }

  /** Whoever leads the clinic sees people too, when somebody is away. */
  private async deputy(owner: Client): Promise<Schedule> {
    const staffId = await this.staffIdOf(owner, 'leitung-wiesenufer@staff.example');
    return this.schedule({ name: 'Sprechstunde Dr. Rombach', staffId, clinicianSex: 'female' });
  }

  private async staffIdOf(owner: Client, email: string): Promise<string> {
    const { rows } = await owner.query<{ id: string }>('select id from staff where email = $1', [email]);
    return rows[0]!.id;
  }

  private async absence({ staffId }: Schedule, deputy: Schedule): Promise<void> {
    const [fromDay, untilDay] = [addCalendarDays(this.monday, 21), addCalendarDays(this.monday, 27)];
    await this.write(enterAbsence, { body: { staffId: staffId!, fromDay, untilDay, reason: 'leave', deputyId: deputy.staffId } });
  }
}
