import {
  createSchedule,
  createSeries,
  endAbsence,
  enterAbsence,
  openSlot,
  previewAbsence,
  readAbsences,
  readSlot,
  type Schedule,
  type Slot,
} from '@lotse/calendar/model';
import { IdentityModule } from '@lotse/identity/server';
import { addCalendarDays, calendarDayOf, instantAt, newId } from '@lotse/kernel';
import {
  addStaff,
  startTestServer,
  testCounty,
  testDatabase,
  type TestCounty,
  type TestDatabase,
  type TestServer,
  type TestStaff,
} from '@lotse/server-kit/testing';
import { readTasks } from '@lotse/task/model';
import { CalendarModule } from '../calendar.module';
import { KeepSeriesAhead } from '../series/keep-series-ahead';
import { Slots } from '../slots';

const dayIn = (days: number) => addCalendarDays(calendarDayOf(new Date()), days);

describe('somebody is away', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let away: TestStaff;
  let deputy: TestStaff;
  let own: Schedule;
  let deputys: Schedule;

  const clinic = () => server.as(county.intake);
  const scheduleOf = (name: string, staff: TestStaff): Promise<Schedule> =>
    clinic().get(createSchedule, { body: { name, kind: 'clinician', serviceId: county.service, staffId: staff.id, languages: ['de'] } });
  const open = (schedule: Schedule, day: string, time: string, more: object = {}): Promise<Slot> =>
    clinic().get(openSlot, {
      body: { scheduleId: schedule.id, startsAt: instantAt(day, time).toISOString(), minutes: 50, mode: 'on_site', ...more },
    });
  const take = (slot: Slot) =>
    server.database.asOrganisation({ organisationId: county.clinic, regionId: county.regionId }, async (transaction) => {
      const slots = server.app.get(Slots);
      slots.take(transaction, await slots.load(transaction, slot.id), newId());
    });
  const look = ({ id }: Slot) => clinic().get(readSlot, { params: { id } });

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, CalendarModule]);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    away = await addStaff(database, county.clinic, ['clinician']);
    deputy = await addStaff(database, county.clinic, ['clinician']);
    own = await scheduleOf(`Sprechstunde ${away.id}`, away);
    deputys = await scheduleOf(`Sprechstunde ${deputy.id}`, deputy);
  });

  const given = (more: object = {}) => ({ staffId: away.id, fromDay: dayIn(10), untilDay: dayIn(12), reason: 'leave' as const, ...more });

  it('what it means is listed before, and then it happens so: the deputy takes over, the rest is cancelled, nothing taken is', async () => {
    const before = await open(own, dayIn(9), '09:00');
    const free = await open(own, dayIn(10), '09:00');
    const clashing = await open(own, dayIn(10), '11:00');
    await open(deputys, dayIn(10), '11:30');
    const had = await open(own, dayIn(12), '09:00');
    await take(had);
    const body = given({ deputyId: deputy.id });
    const listed = await clinic().get(previewAbsence, { body });
    expect(listed.items.map(({ slotId, fate }) => [slotId, fate])).toEqual([
      [free.id, 'deputy'],
      [clashing.id, 'cancelled'],
      [had.id, 'task'],
    ]);
    expect(await look(free)).toMatchObject({ scheduleId: own.id });

    const entered = await clinic().get(enterAbsence, { body });
    expect(entered.items).toEqual(listed.items);
    expect(await look(free)).toMatchObject({ state: 'open', scheduleId: deputys.id, startsAt: free.startsAt });
    expect(await look(clashing)).toMatchObject({ state: 'cancelled' });
    expect(await look(had)).toMatchObject({ state: 'taken', scheduleId: own.id });
    expect(await look(before)).toMatchObject({ state: 'open', scheduleId: own.id });
    const tasks = (await clinic().get(readTasks, { query: { box: 'team' } })).items.filter(({ subjectId }) => subjectId === had.id);
    expect(tasks).toMatchObject([{ kind: 'slot_of_absent', subject: 'slot' }]);
    expect((await clinic().get(readAbsences)).items.find(({ id }) => id === entered.absence.id)).toMatchObject({
      deputyId: deputy.id,
      reason: 'leave',
    });
  });

  it('a group of which somebody has a place is not handed over: free places go, the taken one is work', async () => {
    const group = await open(own, dayIn(11), '14:00', { places: 3 });
    await take(group);
    const { items } = await clinic().get(enterAbsence, { body: given({ deputyId: deputy.id }) });
    expect(items.map(({ fate }) => fate).sort()).toEqual(['cancelled', 'task']);
    const states = await database.query<{ state: string }>('select state from slot where group_id = $1 order by place', [group.id]);
    expect(states.map(({ state }) => state)).toEqual(['taken', 'cancelled', 'cancelled']);
  });

  it('a series leaves the days out, or goes to the deputy, until they are back', async () => {
    const { absence } = await clinic().get(enterAbsence, { body: given({ fromDay: dayIn(20), untilDay: dayIn(30) }) });
    const series = {
      scheduleId: own.id, rule: 'FREQ=DAILY', startsOn: dayIn(19), endsOn: dayIn(32), startsAt: '08:00', minutes: 50, mode: 'phone', onHolidays: true,
    } as const; // prettier-ignore
    const { days, series: begun } = await clinic().get(createSeries, { body: series });
    expect(days.map(({ fate }) => fate)).toEqual(['made', ...Array.from({ length: 11 }, () => 'absent'), 'made', 'made']);
    expect(await clinic().get(endAbsence, { params: { id: absence.id }, version: 1 })).toMatchObject({ version: 2 });
    expect(await server.app.get(KeepSeriesAhead).run()).toBe(11);
    expect((await clinic().call(endAbsence, { params: { id: absence.id }, version: 2 })).status).toBe(404);

    await clinic().get(enterAbsence, { body: given({ fromDay: dayIn(40), untilDay: dayIn(41), deputyId: deputy.id }) });
    const other = await clinic().get(createSeries, { body: { ...series, startsOn: dayIn(40), endsOn: dayIn(42), startsAt: '10:00' } });
    expect(other.days.map(({ fate }) => fate)).toEqual(['deputy', 'deputy', 'made']);
    const schedules = await database.query<{ id: string }>('select schedule_id as id from slot where series_id = $1 order by series_day', [
      other.series.id,
    ]);
    expect(schedules.map(({ id }) => id)).toEqual([deputys.id, deputys.id, own.id]);
    expect(begun.exceptions).toEqual([]);
  });

  it('what they would only have been there as well goes to the deputy, or is work: it is somebody else’s', async () => {
    const team = await clinic().get(createSchedule, {
      body: { name: `Team ${away.id}`, kind: 'team', serviceId: county.service, languages: ['de'] },
    });
    const both = await open(team, dayIn(10), '09:00', { resourceIds: [own.id] });
    const clashing = await open(team, dayIn(10), '11:00', { resourceIds: [own.id], places: 2 });
    await open(deputys, dayIn(10), '11:30');
    const { items } = await clinic().get(enterAbsence, { body: given({ deputyId: deputy.id }) });
    expect(items.map(({ slotId, fate }) => [slotId, fate])).toEqual([
      [both.id, 'deputy'],
      [clashing.id, 'task'],
    ]);
    expect(await look(both)).toMatchObject({ scheduleId: team.id, resources: [{ id: deputys.id }] });
    expect(await look(clashing)).toMatchObject({ state: 'open', resources: [{ id: own.id }] });
  });

  it('what somebody has is the deputy’s work, until it is free again or they are back', async () => {
    const had = [await open(own, dayIn(10), '09:00'), await open(own, dayIn(11), '09:00')];
    for (const slot of had) await take(slot);
    const { absence } = await clinic().get(enterAbsence, { body: given({ deputyId: deputy.id }) });
    const work = async () => {
      const { items } = await server.as(deputy).get(readTasks, { query: { box: 'mine' } });
      return items.map(({ subjectId, facts }) => [subjectId, facts['startsAt']]);
    };
    expect(await work()).toEqual(had.map(({ id, startsAt }) => [id, startsAt]));
    await server.database.asOrganisation({ organisationId: county.clinic, regionId: county.regionId }, async (transaction) => {
      const slots = server.app.get(Slots);
      slots.release(transaction, await slots.load(transaction, had[0]!.id));
    });
    expect(await work()).toHaveLength(1);
    await clinic().get(endAbsence, { params: { id: absence.id }, version: 1 });
    expect(await work()).toEqual([]);
  });

  it('is read of the days that are looked at', async () => {
    const { absence } = await clinic().get(enterAbsence, { body: given() });
    const isRead = async (from: number, to: number) => {
      const { items } = await clinic().get(readAbsences, { query: { from: dayIn(from), to: dayIn(to) } });
      return items.some(({ id }) => id === absence.id);
    };
    expect([await isRead(3, 9), await isRead(3, 10), await isRead(12, 20), await isRead(13, 20)]).toEqual([false, true, true, false]);
  });

  it.each([
    ['a time that has passed', () => given({ fromDay: dayIn(-3), untilDay: dayIn(-1) }), 422, 'absence-span'],
    ['an end before the beginning', () => given({ untilDay: dayIn(9) }), 422, 'absence-span'],
    ['somebody without a calendar', () => given({ staffId: county.intake.id }), 422, 'unknown-staff'],
    ['oneself as deputy', () => given({ deputyId: away.id }), 422, 'unknown-deputy'],
    ['a reason that is an illness', () => ({ ...given(), reason: 'sick' }) as never, 422, 'invalid-input'],
  ])('refuses %s', async (_, body, status, code) => {
    expect(await clinic().call(enterAbsence, { body: body() })).toMatchObject({ status, problem: { code } });
  });

  it('is entered once, however many do it at once; a deputy who is away does not stand in', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => clinic().call(enterAbsence, { body: given() })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const inTurn = await clinic().call(enterAbsence, { body: { ...given(), staffId: deputy.id, deputyId: away.id } });
    expect(inTurn.problem.code).toBe('unknown-deputy');
  });
});
