import { addCalendarDays, calendarDayOf, daysAfter } from '@lotse/kernel';
import { rankRuleOn, urgencies, type RankOrder, type RankRule } from '@lotse/region/model';
import { addStaff, type Caller } from '@lotse/server-kit/testing';
import {
  nothingKnown,
  placesOf,
  rankEvidence,
  readOfferDecision,
  replayAll,
  replayOffers,
  whoFits,
  type SlotToFit,
  type Waiting,
} from '@lotse/waiting-list/model';
import { crowd } from '../testing/crowd';
import { listStory, type ListStory } from '../testing/list-story';
import { decidedOffers } from './decided-offers';

const past = 1000;
const targets = [0, 2, 9.8, 14, 28, 84];
const begin = new Date('2026-01-05T08:00:00.125Z');

const slotToFit: Omit<SlotToFit, 'startsAt' | 'endsAt'> = {
  serviceId: 'outpatients',
  scheduleId: 'anybody',
  mode: 'on_site',
  languages: ['de'],
  clinicianSex: null,
  ageFrom: 0,
  ageTo: null,
  insurances: null,
};

/** A number that follows from another one, spread as if by chance. */
const spread = (seed: number, below: number): number => Math.floor(((((seed + 1) * 2654435761) % 4294967296) / 4294967296) * below);

const insertRule = `
  insert into county_rule_version (region_id, kind, list, code, version, valid_from, rule, why, staff_id)
  values ($1, 'rank', $2, 'order', $3, $4, $5, 'Beschluss', $6)`;
/** One offer again and again, as if it had been made in the past to somebody else. */
const insertOffers = `
  insert into slot_offer select copy.* from slot_offer o cross join jsonb_array_elements($1::jsonb) given,
    jsonb_populate_record(null::slot_offer, to_jsonb(o) || given) copy`;

describe('1,000 offers of the past', () => {
  let story: ListStory;
  let admin: Caller;
  let versions: RankRule[];

  beforeAll(async () => {
    story = await listStory();
    const { county, database } = story;
    admin = story.server.as(await addStaff(database, county.otherClinic, ['region_admin']));
    const order = (firstBands: number, risesAt: number | null): RankOrder => ({ firstBands, risesAt });
    versions = [
      { serviceId: null, version: 1, validFrom: '2026-01-20', order: order(2, 80) },
      { serviceId: null, version: 2, validFrom: '2026-02-15', order: order(1, null) },
      { serviceId: county.service, version: 1, validFrom: '2026-03-01', order: order(3, 120) },
      { serviceId: county.service, version: 2, validFrom: '2026-03-20', order: null },
    ];
    for (const { serviceId, version, validFrom, order: held } of versions) {
      const values = [county.regionId, serviceId ?? '', version, validFrom, { serviceId, order: held }, county.administrator.id];
      await database.query(insertRule, values);
    }
    const ids = await crowd(story, 40);
    const slot = await story.opensSlot(200);
    const { id } = await story.offers(slot, { entryId: ids[0]! } as never, { outOfTurnReason: 'Für die Vorführung' });
    await database.query(insertOffers, [JSON.stringify(Array.from({ length: past }, (_, index) => offerOf(index, ids)))]);
    await database.query('delete from slot_offer where id = $1', [id]);
  });
  afterAll(() => story.server.stop());

  /** An offer of the past: a list of that day, the rule of that day, and whoever was first by it, or somebody else with a reason. */
  function offerOf(index: number, ids: readonly string[]): object {
    const at = daysAfter(begin, index * 0.09);
    const later = (days: number) => daysAfter(at, days);
    const list = ids.map((id, place): Waiting => {
      const band = 1 + spread(index * 41 + place, 5);
      return {
        id,
        band,
        urgency: urgencies[band]!,
        targetDays: targets[band]!,
        receivedAt: new Date(at.getTime() - spread(index * 97 + place * 13, 150 * 24) * 3_600_000),
        state: spread(index * 7 + place, 9) === 0 ? 'suspended' : 'waiting',
        ...nothingKnown,
        serviceIds: [slotToFit.serviceId],
        shortNotice: true,
        minimumNoticeHours: 24,
        hadThisSlotOffered: spread(index * 3 + place, 6) === 0,
      };
    });
    const rule = rankRuleOn(versions, story.county.service, calendarDayOf(at));
    const places = placesOf(list, at, 0, rule.order);
    const { fitting, excluded } = whoFits({ ...slotToFit, startsAt: later(10), endsAt: later(10.04) }, places, at);
    const isOutOfTurn = index % 50 === 7;
    const chosen = fitting[isOutOfTurn ? fitting.length - 1 : 0]!;
    return {
      id: crypto.randomUUID(),
      entry_id: chosen.entry.id,
      state: 'expired',
      offered_at: at,
      answered_at: at,
      rule_version: rule.version,
      rank: chosen.rank,
      rank_inputs: rankEvidence({ places, excluded, rule }, chosen.entry.id, at),
      out_of_turn_reason: isOutOfTurn ? 'Kann nur heute kommen' : null,
    };
  }

  const days = { from: calendarDayOf(begin), until: addCalendarDays(calendarDayOf(begin), 120) };
  const replay = (by = admin) => by.get(replayOffers, { query: days });

  it('come out as they were decided, under five versions of two rules', async () => {
    const found = await replay();
    expect(found).toMatchObject({ offers: past, outOfTurn: 20, differing: 0, differences: [] });
    expect(found.rules.map(({ serviceName, version }) => [serviceName, version])).toEqual([
      [null, 0],
      [null, 1],
      [null, 2],
      ['Ambulanz', 1],
    ]);
  });

  it('are replayed beside the application by the very same statement', async () => {
    await story.database.query(`select set_config('lotse.system', 'on', false)`);
    const ask = <Row extends object>(text: string, values: readonly unknown[]) => story.database.query<Row>(text, [...values]);
    const found = await replayAll(decidedOffers(ask, begin, daysAfter(begin, 120)));
    expect(found).toMatchObject({ offers: past, differing: 0 });
    await story.database.query(`select set_config('lotse.system', 'off', false)`);
  });

  it('are read one by one by the clinic that made them, and by nobody else', async () => {
    const [one] = await story.database.query<{ id: string; rank: number }>(
      `select id, rank from slot_offer where out_of_turn_reason is not null order by offered_at limit 1`,
    );
    const { county, server } = story;
    const call = (by: typeof county.intake) => server.as(by).call(readOfferDecision, { params: { id: one!.id } });
    const { answer } = await call(county.intake);
    expect(answer).toMatchObject({ rank: one!.rank, outOfTurnReason: 'Kann nur heute kommen', comesOutTheSame: true });
    expect(answer.places.filter(({ isChosen }) => isChosen)).toMatchObject([{ position: one!.rank, why: null }]);
    expect((await call(county.gp)).status).toBe(403);
    expect((await call(county.otherIntake)).status).toBe(404);
  });

  it('show what was altered by hand, and nothing else', async () => {
    const [first] = await story.database.query<{ id: string }>(
      `select id from slot_offer where out_of_turn_reason is null and jsonb_array_length(rank_inputs -> 'order') > 9 order by offered_at offset 500 limit 1`,
    );
    const alter = `update slot_offer set rank_inputs = jsonb_set(rank_inputs, '{order,0,receivedAt}', '"2026-12-24T00:00:00.000Z"') where id = $1`;
    await story.database.query(alter, [first!.id]);
    const found = await replay();
    expect(found).toMatchObject({ offers: past, differing: 1 });
    expect(found.differences).toMatchObject([{ number: `A-${first!.id.slice(-6).toUpperCase()}`, serviceName: 'Ambulanz' }]);
    expect(found.differences[0]!.what).toContain('order');
  });

  it('show that a version was written anew', async () => {
    await story.database.query(
      `update county_rule_version set rule = jsonb_set(rule, '{order,risesAt}', '150') where list = '' and version = 1`,
    );
    const found = await replay();
    expect(found.differing).toBeGreaterThan(100);
    expect(found.differences[0]!.what).toContain('rule');
  });

  it('are the county’s to replay: whoever administers it or watches over its data, and nobody of another one', async () => {
    const { county, database, server } = story;
    const [landratsamt] = await database.query<{ id: string }>(`select organisation_id as id from staff where id = $1`, [
      county.administrator.id,
    ]);
    const watching = server.as(await addStaff(database, landratsamt!.id, ['dpo']));
    expect((await replay(watching)).offers).toBe(past);
    const ofClinic = server.as(await addStaff(database, county.clinic, ['dpo']));
    expect((await replay(ofClinic)).offers).toBe(0);
    expect((await server.as(county.intake).call(replayOffers, { query: days })).status).toBe(403);
  });
});
