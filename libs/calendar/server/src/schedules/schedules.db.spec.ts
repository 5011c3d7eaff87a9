import {
  changeSchedule,
  createSchedule,
  createSeries,
  openSlot,
  readSchedules,
  readSeries,
  readSlot,
  retireSchedule,
  type Schedule,
} from '@lotse/calendar/model';
import { disableStaff } from '@lotse/identity/model';
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
} from '@lotse/server-kit/testing';
import { CalendarModule } from '../calendar.module';
import { Slots } from '../slots';

const dayIn = (days: number) => addCalendarDays(calendarDayOf(new Date()), days);

describe('whose time is given out', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let count = 0;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, CalendarModule]);
  });
  afterAll(() => server.stop());

  const clinic = () => server.as(county.intake);
  const written = (more: object = {}) => ({
    name: `Sprechstunde ${(count += 1)}`,
    kind: 'team' as const,
    serviceId: county.service,
    languages: ['de'],
    ...more,
  });
  const made = (more: object = {}): Promise<Schedule> => clinic().get(createSchedule, { body: written(more) });
  const retire = ({ id, version }: Schedule) => clinic().call(retireSchedule, { params: { id }, version });
  const open = ({ id }: Schedule, time = '09:00') =>
    clinic().get(openSlot, {
      body: { scheduleId: id, startsAt: instantAt(dayIn(20), time).toISOString(), minutes: 50, mode: 'on_site' as const },
    });
  const take = (slotId: string) =>
    server.database.asOrganisation({ organisationId: county.clinic, regionId: county.regionId }, async (transaction) => {
      const slots = server.app.get(Slots);
      slots.take(transaction, await slots.load(transaction, slotId), newId());
    });

  it('is changed by whoever saw how it stood last', async () => {
    const { id, version } = await made();
    const body = written({ languages: ['de', 'tr', 'tr'], place: 'Haus 2' });
    const changed = await clinic().get(changeSchedule, { params: { id }, version, body });
    expect(changed).toMatchObject({ id, name: body.name, languages: ['de', 'tr'], place: 'Haus 2', version: version + 1 });
    expect((await clinic().call(changeSchedule, { params: { id }, version, body })).problem.code).toBe('version-stale');
  });

  it('has a name that no other one of its organisation has; its own it keeps', async () => {
    const [first, second] = [await made(), await made()];
    const taken = written({ name: first.name.toUpperCase() });
    expect((await clinic().call(createSchedule, { body: taken })).problem).toMatchObject({
      code: 'schedule-name-taken',
      fields: [{ field: 'name' }],
    });
    const params = { id: second.id };
    expect((await clinic().call(changeSchedule, { params, version: second.version, body: taken })).status).toBe(409);
    const own = written({ name: second.name });
    expect((await clinic().call(changeSchedule, { params, version: second.version, body: own })).status).toBe(200);
  });

  it.each([
    ['serviceId', 'unknown-service', () => ({ serviceId: county.otherService })],
    ['staffId', 'unknown-clinician', () => ({ staffId: county.otherIntake.id })],
    ['municipalityKey', 'unknown-municipality', () => ({ municipalityKey: '99999999' })],
  ])('says of %s what is wrong with it', async (field, code, more) => {
    const { status, problem } = await clinic().call(createSchedule, { body: written(more()) });
    expect([status, problem.code, problem.fields?.[0]?.field]).toEqual([422, code, field]);
  });

  it('ends with its series and its free slots, and is found no longer', async () => {
    const schedule = await made();
    const free = await open(schedule);
    const body = {
      scheduleId: schedule.id,
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      startsOn: dayIn(1),
      endsOn: null,
      startsAt: '14:00',
      minutes: 50,
      mode: 'on_site' as const,
    };
    const { series } = await clinic().get(createSeries, { body });
    expect((await retire(schedule)).status).toBe(200);
    expect((await clinic().get(readSlot, { params: { id: free.id } })).state).toBe('cancelled');
    const { items } = await clinic().get(readSchedules);
    expect(items.map(({ id }) => id)).not.toContain(schedule.id);
    const { items: left } = await clinic().get(readSeries);
    expect(left.find(({ id }) => id === series.id)).toMatchObject({ startsOn: dayIn(1), endsOn: dayIn(0) });
    expect((await retire(schedule)).status).toBe(404);
  });

  it('stays while somebody has one of its slots, and nothing of it is cancelled', async () => {
    const schedule = await made();
    const [taken, free] = [await open(schedule, '09:00'), await open(schedule, '11:00')];
    await take(taken.id);
    expect((await retire(schedule)).problem).toMatchObject({ code: 'schedule-in-use', context: { slots: 1 } });
    expect((await clinic().get(readSlot, { params: { id: free.id } })).state).toBe('open');
  });

  it('promise 3: whoever takes a slot while it ends has either the slot and the schedule, or neither', async () => {
    for (let round = 0; round < 20; round++) {
      const schedule = await made();
      const { id } = await open(schedule);
      const [{ status }] = await Promise.all([retire(schedule), take(id).catch(() => undefined)]);
      const { state } = await clinic().get(readSlot, { params: { id } });
      expect([status, state]).toEqual(status === 200 ? [200, 'cancelled'] : [409, 'taken']);
    }
  });

  it('is kept by its own organisation: to another one it is not there, and not everybody may', async () => {
    const { id, version } = await made();
    const stranger = server.as(county.otherIntake);
    expect(
      (await stranger.call(changeSchedule, { params: { id }, version, body: written({ serviceId: county.otherService }) })).status,
    ).toBe(404);
    expect((await stranger.call(retireSchedule, { params: { id }, version })).status).toBe(404);
    const counsellor = server.as(await addStaff(database, county.clinic, ['social_worker']));
    expect((await counsellor.call(retireSchedule, { params: { id }, version })).status).toBe(403);
  });

  it.each(['team', 'colleague'])('whoever leaves gives their calendars away first, appointments stay: to the %s', async (to) => {
    const leaving = await addStaff(database, county.clinic, ['clinician']);
    const schedule = await made({ kind: 'clinician', staffId: leaving.id, clinicianSex: 'female' });
    const taken = await open(schedule);
    await take(taken.id);
    const administrator = server.as(await addStaff(database, county.clinic, ['org_admin']));
    const params = { id: leaving.id };
    expect((await administrator.call(disableStaff, { params, version: 1, body: {} })).problem.context).toEqual({
      items: [{ kind: 'schedule', count: 1 }],
    });
    const workTo = to === 'team' ? 'team' : county.clinician.id;
    await administrator.get(disableStaff, { params, version: 1, body: { workTo } });
    const after = (await clinic().get(readSchedules)).items.find(({ id }) => id === schedule.id);
    expect(after).toMatchObject(
      to === 'team' ? { kind: 'team', staffId: null, clinicianSex: null } : { kind: 'clinician', staffId: workTo, clinicianSex: null },
    );
    expect((await clinic().get(readSlot, { params: { id: taken.id } })).state).toBe('taken');
    const back = { ...written({ staffId: leaving.id }), kind: 'clinician' as const };
    const { problem } = await clinic().call(changeSchedule, { params: { id: schedule.id }, version: after!.version, body: back });
    expect(problem.code).toBe('unknown-clinician');
  });

  it('an account is closed or gets the calendar, never both', async () => {
    const administrator = server.as(await addStaff(database, county.clinic, ['org_admin']));
    for (let round = 0; round < 15; round++) {
      const leaving = await addStaff(database, county.clinic, ['clinician']);
      const schedule = await made();
      const [given, closed] = await Promise.all([
        clinic().call(changeSchedule, {
          params: { id: schedule.id },
          version: schedule.version,
          body: { ...written(), staffId: leaving.id },
        }),
        administrator.call(disableStaff, { params: { id: leaving.id }, version: 1, body: {} }),
      ]);
      if (given.status === 200) expect([closed.status, closed.problem.code]).toEqual([409, 'open-work']);
      else expect([closed.status, [422, 503]]).toEqual([200, expect.arrayContaining([given.status])]);
    }
  });
});
