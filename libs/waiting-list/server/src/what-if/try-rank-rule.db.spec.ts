import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { changeRankRule, urgencies, usualRankOrder, type RankOrder } from '@lotse/region/model';
import { addStaff, type Caller } from '@lotse/server-kit/testing';
import {
  inOrder,
  readOutOfTurn,
  readRankRules,
  readWaitingList,
  risingShare,
  tryRankRule,
  type RankInput,
} from '@lotse/waiting-list/model';
import fc from 'fast-check';
import { crowd } from '../testing/crowd';
import { listStory, type ListStory } from '../testing/list-story';

const people = 60;
const now = new Date('2026-03-29T09:00:00.250Z');
const hour = 3_600_000;
const today = () => calendarDayOf(new Date());

const standAs = `
  update waiting_list_entry e set urgency = g.urgency, band = g.band, target_days = g.target_days, received_at = g.received_at
  from jsonb_to_recordset($1) as g (id uuid, urgency text, band integer, target_days double precision, received_at timestamptz)
  where e.id = g.id`;
const everything = `
  select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as mark from (
    select to_jsonb(e) as t from waiting_list_entry e union all select to_jsonb(o) from slot_offer o union all select to_jsonb(s) from slot s
    union all select to_jsonb(v) from county_rule_version v union all select to_jsonb(r) from region r) all_of_it`;

describe('another rule of order', () => {
  let story: ListStory;
  let ids: string[];
  let admin: Caller;
  let manager: Caller;

  beforeAll(async () => {
    story = await listStory();
    ids = await crowd(story, people);
    const { county, database, server } = story;
    admin = server.as(await addStaff(database, county.otherClinic, ['region_admin']));
    manager = server.as(await addStaff(database, county.clinic, ['service_manager']));
  });
  afterAll(() => story.server.stop());

  const stand = async (entries: readonly RankInput[]) => {
    const rows = entries.map(({ targetDays, receivedAt, ...one }) => ({ ...one, target_days: targetDays, received_at: receivedAt }));
    await story.database.query(standAs, [JSON.stringify(rows)]);
  };
  const standing = fc.array(
    fc.record({
      band: fc.integer({ min: 1, max: 5 }),
      targetDays: fc.constantFrom(0, 2, 9.8, 14, 28, 84),
      waitedHours: fc.constantFrom(-5, 0, 1, 47.999, 48, 269, 336, 672, 1000, 1613, 2016.5, 9000),
    }),
    { minLength: people, maxLength: people },
  );
  const orders: fc.Arbitrary<RankOrder> = fc.record({
    firstBands: fc.constantFrom(1, 2, 3),
    risesAt: fc.constantFrom(null, 50, 80, 100, 200),
  });
  const early: RankOrder = { firstBands: 2, risesAt: 80 };
  const entriesOf = (given: readonly { band: number; targetDays: number; waitedHours: number }[]): RankInput[] =>
    given.map(({ band, targetDays, waitedHours }, index) => ({
      id: ids[index]!,
      band,
      targetDays,
      urgency: urgencies[band]!,
      receivedAt: new Date(now.getTime() - waitedHours * hour),
    }));

  it('moves in the database whom it moves in the model, under any two rules', async () => {
    await story.database.query(
      `update staff set roles = roles || '{service_manager}' where organisation_id = $1 and 'system' = any (roles)`,
      [story.county.clinic],
    );
    await fc.assert(
      fc.asyncProperty(standing, orders, orders, async (given, held, draft) => {
        const entries = entriesOf(given);
        await stand(entries);
        const rankOf = (order: RankOrder) => new Map(inOrder(entries, now, order).map(({ entry, rank }) => [entry.id, rank]));
        const [before, after] = [rankOf(held), rankOf(draft)];
        const expected = new Map<string, number>();
        for (const { id, band } of entries) {
          const key = `${band} ${Math.sign(before.get(id)! - after.get(id)!)}`;
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
        const asManager = { organisationId: story.county.clinic, regionId: story.county.regionId };
        const found = await story.server.database.asOrganisation(asManager, (transaction) =>
          transaction.rows<{ band: number; moved: number; count: number }>('try', 'select band, moved, sum(count)::integer as count from try_rank_rule($1, $2, $3, $4::integer, $5::float8, $6::integer, $7::float8) group by 1, 2', [
            story.county.service, [], now, held.firstBands, risingShare(held), draft.firstBands, risingShare(draft),
          ]),
        ); // prettier-ignore
        expect(new Map(found.map(({ band, moved, count }) => [`${band} ${moved}`, count]))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('is tried out without anything being changed, and shows nobody', async () => {
    await stand(entriesOf(Array.from({ length: people }, (_, index) => (index < 30
      ? { band: 4, targetDays: 28, waitedHours: 24 * (2 + (index % 10)) }
      : { band: 5, targetDays: 84, waitedHours: 24 * (index < 45 ? 75 : 20) })))); // prettier-ignore
    await story.database.query('update waiting_list_entry set received_at = received_at + (now() - $1::timestamptz)', [now]);
    const [before] = await story.database.query<{ mark: string }>(everything);
    const body = { serviceId: null, order: early };
    const tried = await admin.call(tryRankRule, { body });
    expect(tried.status).toBe(200);
    expect(tried.answer).toMatchObject({
      waiting: { people, sum: { earlier: 15, later: 30, same: 15 } },
      offers: { decided: 0, people: 0 },
    });
    expect(tried.answer.waiting.by.band!.groups.map(({ key, earlier, later }) => [key, earlier, later])).toEqual([
      ['4', 0, 30],
      ['5', 15, 0],
    ]);
    expect((await story.database.query<{ mark: string }>(everything))[0]).toEqual(before);
    const answer = JSON.stringify(tried.answer);
    for (const id of ids) expect(answer).not.toContain(id);
    expect(await manager.get(tryRankRule, { body: { serviceId: story.county.service, order: early } })).toMatchObject({
      lists: 1,
      waiting: { sum: { earlier: 15 } },
    });
  });

  it('is for whoever administers the county to try out there, and for whoever manages a service to try out there', async () => {
    const attempt = async (by: Caller, serviceId: string | null) =>
      (await by.call(tryRankRule, { body: { serviceId, order: early } })).status;
    const { service, otherService, intake, gp } = story.county;
    expect(await attempt(admin, service)).toBe(404);
    expect(await attempt(manager, null)).toBe(404);
    expect(await attempt(manager, otherService)).toBe(404);
    expect(await attempt(story.server.as(intake), service)).toBe(403);
    expect(await attempt(story.server.as(gp), null)).toBe(403);
  });

  it('is for whoever coordinates the county to try out there in numbers, and not to put in force', async () => {
    const [landratsamt] = await story.database.query<{ id: string }>(`select id from organisation where kind = 'county'`);
    const coordinator = story.server.as(await addStaff(story.database, landratsamt!.id, ['coordinator']));
    const body = { serviceId: null, order: early };
    expect(await coordinator.get(tryRankRule, { body })).toEqual(await admin.get(tryRankRule, { body }));
    expect((await coordinator.get(tryRankRule, { body })).waiting.people).toBeGreaterThan(0);
    expect((await coordinator.call(tryRankRule, { body: { serviceId: story.county.service, order: early } })).status).toBe(404);
    expect((await coordinator.get(readRankRules)).scopes).toMatchObject([{ serviceId: null, mayChange: false, mayTry: true }]);
    expect((await change(coordinator, null, early)).status).toBe(403);
    const elsewhere = story.server.as(await addStaff(story.database, story.county.clinic, ['coordinator']));
    expect((await elsewhere.get(tryRankRule, { body })).waiting.people).toBe(0);
  });

  const change = async (by: Caller, serviceId: string | null, order: RankOrder | null, more: object = {}) =>
    by.call(changeRankRule, {
      version: (await by.get(readRankRules)).version,
      body: { serviceId, order, validFrom: today(), why: 'Beschluss vom Montag', ...more },
    });
  const scope = async (by: Caller, serviceId: string | null) =>
    (await by.get(readRankRules)).scopes.find((one) => one.serviceId === serviceId)!;

  it('is put in force by a version with author, reason and day; lists and offers follow it from that day on', async () => {
    const { service } = story.county;
    const clinic = story.server.as(story.county.intake);
    const first = async () => (await clinic.get(readWaitingList, { params: { id: service }, query: { limit: 1 } })).items[0]!;
    expect((await first()).reason).toMatchObject({ code: 'band', urgency: 'soon', risesAt: 100 });
    expect((await change(admin, null, early, { validFrom: addCalendarDays(today(), 1) })).status).toBe(200);
    expect((await first()).reason.code).toBe('band');
    expect((await change(admin, null, early)).status).toBe(200);
    expect((await first()).reason).toMatchObject({ code: 'breach', urgency: 'routine', risesAt: 80 });
    expect(await scope(admin, null)).toMatchObject({
      mayChange: true,
      ownInForce: 2,
      inForce: { serviceId: null, version: 2, order: early },
      versions: [{ version: 2, why: 'Beschluss vom Montag', validFrom: today() }, { version: 1 }, { version: 0, order: usualRankOrder }],
    });
    const [next] = (await clinic.get(readWaitingList, { params: { id: service }, query: { limit: 1 } })).items;
    await story.offers(await story.opensSlot(300), { entryId: next!.id } as never);
    const [offer] = await story.database.query<{ version: number; rule: object }>(
      `select rule_version as version, rank_inputs -> 'rule' as rule from slot_offer`,
    );
    expect(offer).toEqual({ version: 2, rule: { serviceId: null, version: 2, order: early } });
  });

  it('of a service goes before the county’s, until the service follows the county again', async () => {
    const { service } = story.county;
    const own: RankOrder = { firstBands: 3, risesAt: null };
    expect((await change(manager, service, own)).status).toBe(200);
    expect(await scope(manager, service)).toMatchObject({ mayChange: true, inForce: { serviceId: service, version: 1, order: own } });
    expect(await scope(admin, service)).toMatchObject({ mayChange: false, inForce: { version: 1 } });
    expect((await admin.get(tryRankRule, { body: { serviceId: null, order: early } })).waiting.people).toBe(0);
    expect((await change(manager, service, own)).problem?.code).toBe('nothing-changed');
    expect((await change(manager, service, null)).status).toBe(200);
    expect(await scope(manager, service)).toMatchObject({ ownInForce: 2, inForce: { serviceId: null, version: 2 } });
  });

  it('is changed by nobody else, not into the past, and never to nothing', async () => {
    const { service, otherService, intake } = story.county;
    const other: RankOrder = { firstBands: 1, risesAt: 150 };
    expect((await change(manager, null, other)).status).toBe(409);
    expect((await change(manager, otherService, other)).status).toBe(409);
    expect((await change(admin, service, other)).status).toBe(409);
    const body = { serviceId: null, order: other, validFrom: today(), why: 'Darf ich nicht' };
    expect((await story.server.as(intake).call(changeRankRule, { version: 1, body })).status).toBe(403);
    expect((await change(admin, null, other, { validFrom: '2020-01-01' })).problem?.code).toBe('valid-from-in-past');
    expect((await change(admin, null, null)).status).toBe(422);
    expect((await change(admin, null, { firstBands: 0, risesAt: 100 })).status).toBe(422);
    expect((await change(admin, null, { firstBands: 2, risesAt: 103 })).status).toBe(422);
  });

  it('says how often somebody was taken out of turn, by month and service', async () => {
    const [last] = (await story.server.as(story.county.intake).get(readWaitingList, { params: { id: story.county.service } })).items.slice(
      -1,
    );
    await story.offers(await story.opensSlot(320), { entryId: last!.id } as never, { outOfTurnReason: 'Kann nur an diesem Tag' });
    const turns = [{ serviceName: 'Ambulanz', offers: 2, outOfTurn: 1 }];
    expect((await admin.get(readOutOfTurn)).items).toMatchObject(turns);
    expect((await manager.get(readOutOfTurn)).items).toMatchObject(turns);
    const [landratsamt] = await story.database.query<{ id: string }>(`select id from organisation where kind = 'county'`);
    const coordinator = story.server.as(await addStaff(story.database, landratsamt!.id, ['coordinator']));
    expect((await coordinator.get(readOutOfTurn)).items).toMatchObject(turns);
    const elsewhere = story.server.as(await addStaff(story.database, story.county.otherClinic, ['service_manager']));
    expect((await elsewhere.get(readOutOfTurn)).items).toEqual([]);
    // What was decided is counted under another rule too; of one alone nothing is said.
    const { offers } = await admin.get(tryRankRule, { body: { serviceId: null, order: usualRankOrder } });
    expect(offers).toMatchObject({ decided: 1, sum: null, by: { municipality: null, age: null, band: null } });
  });
});
