import { addStaff, testCounty, type Caller } from '@lotse/server-kit/testing';
import { readCountyAging, readCountyFunnel, readCountySlotWeek, readCountyWaits, readFunnel, readWaits } from '@lotse/waiting-list/model';
import { crowd } from '../testing/crowd';
import { listStory, type ListStory } from '../testing/list-story';

const everything = [readCountyAging, readCountyWaits, readCountyFunnel, readCountySlotWeek];

describe('pictures of a county', () => {
  let story: ListStory;
  let coordinator: Caller;
  beforeAll(async () => {
    story = await listStory();
    coordinator = story.server.as(await addStaff(story.database, story.county.administrator.organisationId, ['coordinator']));
    await crowd(story, 30);
    await story.database.query(
      `update waiting_list_entry e set band = 5, urgency = 'routine', target_days = 84, received_at = now() - make_interval(hours => (n.number * 96 - 12)::integer)
       from (select id, row_number() over (order by id) as number from waiting_list_entry) n where n.id = e.id`,
    );
  });
  afterAll(() => story.server.stop());

  it('show how long those who wait have waited, by band and service, and nobody', async () => {
    const found = await coordinator.get(readCountyAging);
    expect(found).toMatchObject({
      waiting: 30,
      overdue: 9,
      others: null,
      bands: [{ band: 5, services: [{ serviceId: story.county.service, waiting: 30, overdue: 9 }] }],
    });
    expect(found.bands[0]!.services[0]!.medianDays).toBeCloseTo(61.5, 1);
    for (const contract of everything) {
      const text = JSON.stringify(await coordinator.get(contract));
      for (const secret of ['Muster', 'Z-', 'Ida']) expect(text).not.toContain(secret);
    }
  });

  it('keep small groups back, together with others', async () => {
    await story.database.query(
      `update waiting_list_entry set band = 2, urgency = 'urgent' where id in (select id from waiting_list_entry limit 3)`,
    );
    const found = await coordinator.get(readCountyAging);
    expect(found.bands).toEqual([]);
    await story.database.query(`update waiting_list_entry set band = 5, urgency = 'routine'`);
  });

  it('show the waits in bars without small ones, and what the clinic sees of its own list', async () => {
    const [county, own] = [
      await coordinator.get(readCountyWaits),
      await story.server.as(story.county.intake).get(readWaits, { params: { id: story.county.service } }),
    ];
    expect(county.waiting.people).toBe(30);
    expect(county.waiting.median).toBeCloseTo(own.waiting.median!, 3);
    expect(county.waiting.counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
    expect(county.ended).toMatchObject({ people: 0, median: null });
    expect(county.services).toMatchObject([{ serviceId: story.county.service, waiting: { median: expect.any(Number) }, ended: null }]);
  });

  it('show the funnel and the slots of a week', async () => {
    for (let number = 0; number < 6; number++) await story.opensSlot(24 * 21 + number);
    const [slot] = await story.database.query<{ day: string }>(
      `select (lower(during) at time zone 'Europe/Berlin')::date::text as day from slot order by during limit 1`,
    );
    const own = await story.server.as(story.county.intake).get(readFunnel, { params: { id: story.county.service } });
    expect(await coordinator.get(readCountyFunnel)).toMatchObject({ free: own.free, offered: 0, confirmed: 0, minutesToOffer: null });
    const week = await coordinator.get(readCountySlotWeek, { query: { week: slot!.day } });
    expect(week.from <= slot!.day).toBe(true);
    expect(week.services[0]!.days.reduce((sum, { free }) => sum + free, 0)).toBeGreaterThan(0);
  });

  it('are for those who coordinate or administer this county, and for nobody else', async () => {
    const { county, server, database } = story;
    const far = await testCounty(database, '08337');
    const theirs = server.as(await addStaff(database, far.administrator.organisationId, ['coordinator']));
    const admin = server.as(await addStaff(database, county.administrator.organisationId, ['region_admin']));
    expect((await admin.get(readCountyAging)).waiting).toBe(30);
    expect(await theirs.get(readCountyAging)).toMatchObject({ waiting: 0, bands: [] });
    expect((await theirs.get(readCountyWaits)).services).toEqual([]);
    expect((await theirs.get(readCountySlotWeek)).services).toEqual([]);
    for (const staff of [county.intake, county.gp, county.clinician])
      for (const contract of everything) expect((await server.as(staff).call(contract)).status).toBe(403);
  });
});
