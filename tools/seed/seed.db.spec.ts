import { readSettings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { testDatabase, type TestDatabase } from '@lotse/server-kit/testing';
import { replayAll, replayed, type RankEvidence } from '@lotse/waiting-list/model';
import { Client } from 'pg';
import { decidedOffers } from '../../libs/waiting-list/server/src/replay/decided-offers';
import { checkDemo, type DemoCheck } from './check-demo';
import { seedDemo } from './seed';

const minutes = 60_000;

describe('the demo counties', () => {
  let database: TestDatabase;
  let found: DemoCheck;

  const seed = (onProgress: (done: number) => void = () => undefined) =>
    seedDemo({
      ownerUrl: database.ownerUrl,
      settings: readSettings({ NODE_ENV: 'test', LOTSE_DEMO: '1', DATABASE_URL: database.url, LOG_LEVEL: 'error' }),
      log: makeLog('seed', 'error'),
      onProgress,
    });

  beforeAll(async () => {
    database = await testDatabase();
    const interrupted = seed((done) => {
      if (done === 150) throw new Error('the power is out');
    });
    await expect(interrupted).rejects.toThrow('the power is out');
    await seed();
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    found = await checkDemo(owner);
    await owner.end();
  }, 5 * minutes);

  afterAll(() => database.drop());

  it('keep every promise after they were moved into the past', () => {
    expect(found.violations).toEqual([]);
  });

  it('have over 300 invented people and histories that reach every state that acts are served for', () => {
    expect(found.counts['people']).toEqual({ '08336': 301, '08337': 50 });
    const states = [
      'accepted',
      'booked',
      'closed',
      'dna_review',
      'draft',
      'in_service',
      'in_triage',
      'info_requested',
      'offered',
      'outcome_sent',
      'received',
      'requested',
      'returned',
      'waitlisted',
      'withdrawn',
    ];
    expect(Object.keys(found.counts['referrals']!).sort()).toEqual(states.sort());
    // By night an offer waits for the morning.
    const atAnyHour = Object.keys(found.counts['offers']!).filter((state) => state !== 'deferred');
    expect(atAnyHour.sort()).toEqual(['accepted', 'declined', 'expired', 'sent', 'superseded', 'undeliverable', 'withdrawn']);
  });

  it('rank everybody who was offered a slot so that it can be replayed', async () => {
    const offers = await database.query<{ entryId: string; evidence: RankEvidence; rank: number }>(
      `select entry_id as "entryId", rank_inputs as evidence, rank from slot_offer`,
    );
    expect(offers.length).toBeGreaterThan(30);
    for (const { entryId, evidence, rank } of offers) expect(replayed(evidence).indexOf(entryId)).toBe(rank - 1);
  });

  it('have offers that come out as they were decided, also where several were asked at once', async () => {
    await database.query(`select set_config('lotse.system', 'on', false)`);
    const ask = <Row extends object>(text: string, values: readonly unknown[]) => database.query<Row>(text, [...values]);
    const found = await replayAll(decidedOffers(ask, new Date(0), new Date(Date.now() + minutes)));
    await database.query(`select set_config('lotse.system', 'off', false)`);
    expect(found).toMatchObject({ differing: 0, differences: [] });
    const [rounds] = await database.query<{ count: number }>('select count(*)::int as count from slot_offer where lane > 1');
    expect(rounds!.count).toBeGreaterThan(0);
  });

  it('leave a few notices to be told, and nothing else', () => {
    const left = Object.values(found.counts['toTell']!).reduce((sum, count) => sum + count, 0);
    expect(left).toBeGreaterThanOrEqual(6);
    expect(left).toBeLessThanOrEqual(12);
  });

  it('show how the clinic shares its work: some of it is somebody’s, some is put aside and comes back before it is due', async () => {
    const desks = await database.query<{ assigned: number; people: number; snoozed: number; late: number }>(
      `select count(assignee_id)::int as assigned, count(distinct assignee_id)::int as people, count(snoozed_until)::int as snoozed,
         count(*) filter (where d.snoozed_until > r.due_at or d.snoozed_version <> r.version)::int as late
       from referral_desk d join referral r on r.id = d.referral_id`,
    );
    expect(desks).toEqual([{ assigned: 9, people: 2, snoozed: 3, late: 0 }]);
  });

  it('protect the past again', async () => {
    await expect(database.query(`update chronicle_entry set verb = 'x'`)).rejects.toThrow('append-only');
    await expect(database.query(`update referral set clock_started_at = now() where clock_started_at is not null`)).rejects.toThrow(
      'never reset',
    );
  });

  it('are filled once: the second start finds them in a moment', async () => {
    const before = Date.now();
    await seed(() => {
      throw new Error('nothing is to be done');
    });
    expect(Date.now() - before).toBeLessThan(500);
  });
});
