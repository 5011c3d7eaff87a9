import { cancelSlot, openSlot, readSchedules, readSlot, readSlots } from '@lotse/calendar/model';
import { IdentityModule } from '@lotse/identity/server';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { CalendarModule } from './calendar.module';

describe('the calendar of a clinic', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let day = 1;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, CalendarModule]);
  });
  afterAll(() => server.stop());
  beforeEach(() => void (day += 1));

  const clinic = () => server.as(county.intake);
  /** A time on a day that no other test of this file uses. */
  const at = (time: string) => `2099-01-${String(day).padStart(2, '0')}T${time}:00Z`;
  const slotAt = (startsAt: string, extra: object = {}) => ({
    scheduleId: county.schedule,
    startsAt,
    minutes: 50,
    mode: 'on_site',
    ...extra,
  });
  const open = (time: string) => clinic().get(openSlot, { body: slotAt(at(time)) });

  it('knows whose time is given out', async () => {
    const { items } = await clinic().get(readSchedules);
    expect(items).toEqual([
      expect.objectContaining({
        id: county.schedule,
        serviceId: county.service,
        serviceName: 'Ambulanz',
        name: 'Sprechzimmer 1',
        kind: 'team',
      }),
    ]);
  });

  it('opens a slot and shows it', async () => {
    const opened = await clinic().call(openSlot, { body: slotAt(at('09:00')) });
    expect(opened).toMatchObject({
      status: 201,
      answer: { state: 'open', endsAt: at('09:50').replace('Z', '.000Z'), heldUntil: null, version: 1 },
    });
    expect(await clinic().get(readSlot, { params: { id: opened.answer.id } })).toEqual(opened.answer);
  });

  it('promise 4: of twenty who open the same time at once, one does', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => clinic().call(openSlot, { body: slotAt(at('09:00')) })));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(19);
    expect(new Set(refused.map(({ status, problem }) => `${status} ${problem.code} ${problem.fields[0]?.field}`))).toEqual(
      new Set(['409 slot-overlaps startsAt']),
    );
  });

  it('lets one slot begin in the instant another ends', async () => {
    await open('09:00');
    expect((await clinic().call(openSlot, { body: slotAt(at('09:50')) })).status).toBe(201);
    expect((await clinic().call(openSlot, { body: slotAt(at('09:49')) })).problem.code).toBe('slot-overlaps');
  });

  it.each([
    ['the past', () => slotAt('2020-01-01T09:00:00Z'), 422, 'slot-in-past', 'startsAt'],
    ['a schedule of somebody else', () => slotAt(at('09:00'), { scheduleId: county.otherSchedule }), 422, 'unknown-schedule', 'scheduleId'],
    ['five minutes', () => slotAt(at('09:00'), { minutes: 5 }), 422, 'invalid-input', 'minutes'],
    ['a date that does not exist', () => slotAt('2099-02-30T09:00:00Z'), 422, 'invalid-input', 'startsAt'],
    ['a mode that does not exist', () => slotAt(at('09:00'), { mode: 'fax' }), 422, 'invalid-input', 'mode'],
  ])('promise 10: refuses %s and names the field', async (_, body, status, code, field) => {
    const refused = await clinic().call(openSlot, { body: body() });
    expect(refused).toMatchObject({ status, problem: { code, fields: [{ field }] } });
  });

  it('cancels a free slot, which frees its time, and no other', async () => {
    const slot = await open('09:00');
    const given = { params: { id: slot.id }, body: { reason: 'staff_absence' } };
    expect((await clinic().call(cancelSlot, given)).status).toBe(412);
    expect((await clinic().call(cancelSlot, { ...given, version: 9 })).problem.code).toBe('version-stale');
    expect((await server.as(county.otherIntake).call(cancelSlot, { ...given, version: 1 })).status).toBe(404);
    expect(await clinic().get(cancelSlot, { ...given, version: 1 })).toMatchObject({ state: 'cancelled', version: 2 });
    expect((await clinic().call(cancelSlot, { ...given, version: 2 })).problem.code).toBe('slot-taken');
    expect((await clinic().call(openSlot, { body: slotAt(at('09:00')) })).status).toBe(201);
  });

  it('is seen by those who may, in pages by start, and each slot once', async () => {
    for (const time of ['11:00', '09:00', '10:00', '12:00', '08:00']) await open(time);
    const query = { from: at('00:00'), to: at('23:59'), limit: 2 };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await clinic().get(readSlots, { query: { ...query, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map(({ startsAt }) => startsAt.slice(11, 16)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['08:00', '09:00', '10:00', '11:00', '12:00']);
    expect((await server.as(county.otherIntake).get(readSlots, { query })).items).toEqual([]);
    expect((await server.as(county.gp).call(readSlots, { query })).status).toBe(403);
    expect((await clinic().call(readSlots, { query: { cursor: 'made-up' } })).problem.fields).toMatchObject([{ field: 'cursor' }]);
  });

  it('of one service only, when one asks for it', async () => {
    await open('09:00');
    const query = { from: at('00:00'), to: at('23:00') };
    const of = async (serviceId: string) => (await clinic().get(readSlots, { query: { ...query, serviceId } })).items.length;
    expect([await of(county.service), await of(county.closedService)]).toEqual([1, 0]);
  });
});
