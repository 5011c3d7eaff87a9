import {
  openSlot,
  moveSlot,
  overbookMove,
  overbookSlot,
  blockSlot,
  unblockSlot,
  cancelSlot,
  createSchedule,
  readSlot,
  readSlots,
  type Schedule,
  type Slot,
} from '@lotse/calendar/model';
import { IdentityModule } from '@lotse/identity/server';
import { newId } from '@lotse/kernel';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { Pool } from 'pg';
import { CalendarModule } from './calendar.module';
import { Slots } from './slots';

describe('time that is taken', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let room: Schedule;
  let day = 1;

  const clinic = () => server.as(county.intake);
  const lead = () => server.as(county.clinician);
  const at = (time: string) => `2099-03-${String(day).padStart(2, '0')}T${time}:00.000Z`;
  const given = (time: string, more: object = {}) =>
    ({ body: { scheduleId: county.schedule, startsAt: at(time), minutes: 50, mode: 'on_site', ...more } }) as const;
  const open = (time: string, more: object = {}): Promise<Slot> => clinic().get(openSlot, given(time, more));
  const codeOf = async (time: string, more: object = {}) => (await clinic().call(openSlot, given(time, more))).problem?.code;
  const scheduleOf = (name: string): Promise<Schedule> =>
    clinic().get(createSchedule, { body: { name, kind: 'room', serviceId: county.service, languages: ['de'] } });

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, CalendarModule]);
    room = await scheduleOf('Gruppenraum');
  });
  afterAll(() => server.stop());
  beforeEach(() => void (day += 1));

  /** A slot written straight into the table, as no act would do it. */
  const write = (
    from: string,
    to: string,
    columns: Record<string, unknown> = {},
    owner: { query(text: string, values: unknown[]): Promise<unknown> } = database,
  ) => {
    const row = {
      id: newId(),
      region_id: county.regionId,
      organisation_id: county.clinic,
      schedule_id: county.schedule,
      service_id: county.service,
      during: `[${at(from)},${at(to)})`,
      mode: 'on_site',
      state: 'open',
      ...columns,
    };
    const names = Object.keys(row);
    return owner.query(
      `insert into slot (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
  };

  it('the database alone refuses whatever overlaps, in the schedule and in everything else a slot needs', async () => {
    await write('09:00', '10:00', { resource_ids: [room.id], buffer_after: 15 });
    await expect(write('09:30', '10:30')).rejects.toThrow('slot_no_overlap');
    await expect(write('10:10', '11:00')).rejects.toThrow('slot_no_overlap');
    await expect(write('08:00', '08:55', { buffer_after: 10 })).rejects.toThrow('slot_no_overlap');
    await expect(write('09:30', '09:40', { schedule_id: room.id })).rejects.toThrow('slot_no_overlap');
    await write('10:15', '11:00');
    await write('09:30', '10:00', { overbook_reason: 'Notfall am Telefon' });
    await write('09:30', '10:30', { state: 'cancelled' });
    await expect(write('09:30', '10:30', { state: 'blocked' })).rejects.toThrow('slot_no_overlap');
  });

  it('the database alone keeps a group together, and its resources in its own organisation', async () => {
    const group_id = newId();
    const places = { group_id, places: 3 };
    for (const place of [1, 2, 3]) await write('09:00', '10:30', { ...places, place });
    await expect(write('09:00', '10:30', { ...places, place: 3 })).rejects.toThrow('slot_one_a_place');
    await expect(write('09:00', '10:30', { ...places, place: 4 })).rejects.toThrow('slot_place');
    await expect(write('11:00', '12:00', { group_id: newId(), places: 3, place: 1, resource_ids: [county.otherSchedule] })).rejects.toThrow(
      'own organisation',
    );
    await database.query(`update slot set state = 'cancelled' where group_id = $1 and place = 3`, [group_id]);
    await expect(write('12:00', '13:00', { ...places, place: 3 })).rejects.toThrow('at one time');
    await expect(write('10:00', '11:00')).rejects.toThrow('slot_no_overlap');
  });

  it('time that is given back can be taken again, and a cancelled slot comes back only where it is free', async () => {
    const id = newId();
    await write('09:00', '10:00', { id });
    await database.query(`update slot set state = 'cancelled' where id = $1`, [id]);
    await write('09:00', '10:00');
    await expect(database.query(`update slot set state = 'open' where id = $1`, [id])).rejects.toThrow('slot_no_overlap');
  });

  it('nobody writes taken time by hand', async () => {
    await expect(
      server.database.asOrganisation({ organisationId: county.clinic, regionId: county.regionId }, (transaction) =>
        transaction.change('test.delete', 'delete from occupied_time'),
      ),
    ).rejects.toThrow('permission denied');
  });

  it('an overlap is refused with the slot it is about', async () => {
    const first = await open('09:00', { bufferAfter: 10 });
    const { status, problem } = await clinic().call(openSlot, given('09:55'));
    expect({ ...problem, status }).toMatchObject({
      status: 409,
      code: 'slot-overlaps',
      context: {
        slotId: first.id,
        scheduleName: 'Sprechzimmer 1',
        startsAt: first.startsAt,
        endsAt: first.endsAt,
        takenFrom: first.startsAt,
      },
    });
    // What stands in the way is its buffer, so that is said as well.
    expect(Date.parse(problem!.context!['takenUntil'] as string) - Date.parse(first.endsAt)).toBe(10 * 60_000);
  });

  it('clinician and room are booked together or not at all', async () => {
    const slot = await open('09:00', { resourceIds: [room.id] });
    expect(slot.resources).toEqual([{ id: room.id, name: 'Gruppenraum' }]);
    expect(await codeOf('09:00', { scheduleId: room.id })).toBe('slot-overlaps');
    const other = await scheduleOf(`Zimmer ${day}`);
    expect(await codeOf('09:20', { scheduleId: other.id, resourceIds: [room.id] })).toBe('slot-overlaps');
    expect(await codeOf('09:20', { scheduleId: other.id })).toBeUndefined();
    await clinic().get(cancelSlot, { params: { id: slot.id }, version: 1, body: { reason: 'other' } });
    expect(await codeOf('09:00', { scheduleId: room.id })).toBeUndefined();
  });

  it('of twenty who want one room at once from different calendars, one gets it', async () => {
    const schedules = await Promise.all(Array.from({ length: 20 }, (_, index) => scheduleOf(`Rennen ${day}-${index}`)));
    const answers = await Promise.all(
      schedules.map(({ id }) => clinic().call(openSlot, given('09:00', { scheduleId: id, resourceIds: [room.id] }))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ problem }) => problem.code))).toEqual(new Set(['slot-overlaps']));
  });

  it('of those who take the same two rooms at once, in whatever order, one gets them and nobody waits in a circle', async () => {
    const rooms = await Promise.all(['A', 'B'].map((name) => scheduleOf(`Raum ${name} ${day}`)));
    const ids = rooms.map(({ id }) => id);
    const owners = new Pool({ connectionString: database.ownerUrl, max: 10 });
    for (let round = 0; round < 12; round++) {
      const from = `${String(8 + round).padStart(2, '0')}:00`;
      const taken = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) => {
          const [room, beside] = index % 2 ? ids : [...ids].reverse();
          return write(from, `${from.slice(0, 2)}:30`, { schedule_id: room, resource_ids: [beside] }, owners);
        }),
      );
      const refusals = taken.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
      expect(refusals).toHaveLength(9);
      expect(refusals.filter((refusal) => !refusal.includes('slot_no_overlap'))).toEqual([]);
    }
    await owners.end();
  });

  it('giving time out twice needs a permission and a reason, and leaves a line', async () => {
    await open('09:00');
    const twice = { body: { ...given('09:20').body, reason: 'Krise, kann nicht warten' } };
    expect((await clinic().call(overbookSlot, twice)).status).toBe(403);
    expect((await lead().call(openSlot, given('09:20'))).problem.code).toBe('slot-overlaps');
    const slot = await lead().get(overbookSlot, twice);
    expect(slot.overbooked).toBe(true);
    const [kept] = await database.query<{ overbook_reason: string }>('select overbook_reason from slot where id = $1', [slot.id]);
    expect(kept!.overbook_reason).toBe('Krise, kann nicht warten');
    expect(
      await database.query(`select 1 from chronicle_entry where verb = 'calendar.overbook' and subject_id = $1`, [slot.id]),
    ).toHaveLength(1);
    expect((await lead().call(overbookSlot, { body: { ...twice.body, reason: '  ' } })).problem.fields).toMatchObject([
      { field: 'reason' },
    ]);
  });

  it('what is overbooked needs a reason for whoever comes next as well, and time that is free needs none', async () => {
    const first = await open('09:00');
    const second = await lead().get(overbookSlot, { body: { ...given('09:20').body, reason: 'Krise, kann nicht warten' } });
    await clinic().get(cancelSlot, { params: { id: first.id }, version: 1, body: { reason: 'other' } });
    expect(await codeOf('09:00')).toBe('slot-overlaps');
    const free = await lead().get(overbookSlot, { body: { ...given('13:00').body, reason: 'War doch frei' } });
    expect([second.overbooked, free.overbooked]).toEqual([true, false]);
  });

  it('a slot is moved or lengthened onto another with a permission and a reason, and leaves a line', async () => {
    const slot = await open('09:00');
    await open('10:00');
    const to = (body: object, version = 1) => ({
      params: { id: slot.id },
      version,
      body: { startsAt: at('09:00'), minutes: 90, reason: 'Dauert länger', ...body },
    });
    expect((await clinic().call(overbookMove, to({}))).status).toBe(403);
    expect((await lead().call(overbookMove, to({ reason: ' ' }))).problem.fields).toMatchObject([{ field: 'reason' }]);
    expect(await lead().get(overbookMove, to({}))).toMatchObject({ overbooked: true, endsAt: at('10:30'), version: 2 });
    expect((await lead().call(overbookMove, to({}))).problem.code).toBe('version-stale');
    const lines = await database.query(`select 1 from chronicle_entry where verb = 'calendar.overbook' and subject_id = $1`, [slot.id]);
    expect(lines).toHaveLength(1);
    // Back where it is alone, it is an ordinary slot again.
    expect(await lead().get(overbookMove, to({ minutes: 50 }, 2))).toMatchObject({ overbooked: false, version: 3 });
  });

  it('a group has its places, each held and taken on its own; of twenty who take three places, three do', async () => {
    const first = await open('09:00', { places: 3 });
    const { items } = await clinic().get(readSlots, { query: { from: at('00:00'), to: at('23:00') } });
    expect(items.map(({ groupId, place, places }) => [groupId, place, places])).toEqual([1, 2, 3].map((place) => [first.id, place, 3]));
    const slots = server.app.get(Slots);
    const actor = { organisationId: county.clinic, regionId: county.regionId };
    const taken = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        server.database.asOrganisation(actor, async (transaction) => {
          const slot = await slots.load(transaction, items[index % 3]!.id);
          slots.take(transaction, slot, newId());
        }),
      ),
    );
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const move = { params: { id: first.id }, version: 2, body: { startsAt: at('12:00'), minutes: 50 } };
    expect((await clinic().call(moveSlot, move)).problem.code).toBe('slot-taken');
  });

  it('a slot moves, a group as a whole, and never onto another', async () => {
    const group = await open('09:00', { places: 2, bufferAfter: 10 });
    await open('11:00');
    const to = (startsAt: string, version: number) =>
      clinic().call(moveSlot, { params: { id: group.id }, version, body: { startsAt: at(startsAt), minutes: 60 } });
    expect((await to('10:00', 1)).problem.code).toBe('slot-overlaps');
    expect(await to('09:30', 1)).toMatchObject({ status: 200, answer: { startsAt: at('09:30'), endsAt: at('10:30'), version: 2 } });
    expect((await to('09:30', 1)).problem.code).toBe('version-stale');
    const { items } = await clinic().get(readSlots, { query: { from: at('09:00'), to: at('10:00') } });
    expect(items.map(({ startsAt }) => startsAt)).toEqual([at('09:30'), at('09:30')]);
    expect(
      (
        await server
          .as(county.otherIntake)
          .call(moveSlot, { params: { id: group.id }, version: 2, body: { startsAt: at('15:00'), minutes: 50 } })
      ).status,
    ).toBe(404);
  });

  it('a blocked slot is given to nobody until it is free again', async () => {
    const { id } = await open('09:00');
    const blocked = await clinic().get(blockSlot, { params: { id }, version: 1 });
    expect(blocked).toMatchObject({ state: 'blocked', version: 2 });
    expect((await clinic().call(blockSlot, { params: { id }, version: 2 })).problem.code).toBe('slot-taken');
    expect(await clinic().get(unblockSlot, { params: { id }, version: 2 })).toMatchObject({ state: 'open' });
  });

  it('says where people meet: the village of an outreach day, else where the schedule is, else where the service is', async () => {
    await database.query(
      `insert into municipality (ags, region_id, name, postcode, latitude, longitude, population) values ('08336999', $1, 'Wiesenbach', '79677', 47.8, 7.9, 700) on conflict do nothing`,
      [county.regionId],
    );
    const here = await open('09:00');
    const there = await open('10:00', { municipalityKey: '08336999' });
    expect([here.outreach, there.outreach, there.municipalityName]).toEqual([false, true, 'Wiesenbach']);
    expect((await clinic().get(readSlot, { params: { id: there.id } })).municipalityKey).toBe('08336999');
    expect(await codeOf('11:00', { municipalityKey: '09999999' })).toBe('unknown-municipality');
  });
});
