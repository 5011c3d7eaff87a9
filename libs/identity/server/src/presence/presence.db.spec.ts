import { presenceChanged, readPresence, tellPresence } from '@lotse/identity/model';
import { newId } from '@lotse/kernel';
import { LiveEvents, type LiveEvent } from '@lotse/server-kit/http';
import {
  startTestServer,
  testCounty,
  testDatabase,
  type TestCounty,
  type TestDatabase,
  type TestServer,
  type TestStaff,
} from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';

describe('presence', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  /** Another process of the API on the same database. */
  let other: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule]);
    other = await startTestServer({ ...database, drop: async () => undefined }, [IdentityModule]);
  });
  afterAll(async () => {
    await other.stop();
    await server.stop();
  });

  const tell = (staff: TestStaff, id: string, doing: 'looking' | 'editing' | 'left') =>
    server.as(staff).get(tellPresence, { body: { subject: 'referral', id, doing } });
  const seenBy = async (staff: TestStaff, id: string) => {
    const { items } = await other.as(staff).get(readPresence, { query: { subject: 'referral' } });
    return items.filter(({ subjectId }) => subjectId === id).map(({ displayName, doing }) => `${displayName} ${doing}`);
  };

  it('is seen by colleagues, through any process, never by oneself or by another organisation', async () => {
    const id = newId();
    await tell(county.intake, id, 'looking');
    expect(await seenBy(county.clinician, id)).toEqual(['Person intake looking']);
    expect(await seenBy(county.intake, id)).toEqual([]);
    expect(await seenBy(county.otherIntake, id)).toEqual([]);
    expect(await seenBy(county.gp, id)).toEqual([]);
    await tell(county.intake, id, 'editing');
    expect(await seenBy(county.clinician, id)).toEqual(['Person intake editing']);
    await tell(county.intake, id, 'left');
    expect(await seenBy(county.clinician, id)).toEqual([]);
  });

  it('ends by itself without a sign of life', async () => {
    const id = newId();
    await tell(county.intake, id, 'editing');
    await database.query(`update presence set seen_at = now() - interval '46 seconds' where subject_id = $1`, [id]);
    expect(await seenBy(county.clinician, id)).toEqual([]);
    await tell(county.intake, newId(), 'looking');
    expect(await database.query('select from presence where subject_id = $1', [id])).toEqual([]);
  });

  it('is announced to the own organisation in every process, when something is new and only then', async () => {
    const id = newId();
    const heard: LiveEvent[] = [];
    const strange: unknown[] = [];
    const live = other.app.get(LiveEvents);
    let arrived: (() => void) | undefined;
    const stop = [
      live.subscribe(county.clinic, (event) => {
        if (typeof event === 'string' || event.subjectId !== id) return;
        heard.push(event);
        if (heard.length === 3) arrived?.();
      }),
      live.subscribe(county.practice, (event) => strange.push(event)),
    ];
    const all = new Promise<void>((resolve) => (arrived = resolve));
    for (const doing of ['looking', 'looking', 'editing', 'editing', 'left', 'left'] as const) await tell(county.intake, id, doing);
    await all;
    for (const end of stop) end();
    expect(heard).toEqual(Array(3).fill({ name: presenceChanged, subject: 'presence', subjectId: id, version: 0 }));
    expect(strange).toEqual([]);
    expect(await database.query('select from outbox_event')).toEqual([]);
  });

  it('is at ten places at most, and leaves no stored answers behind', async () => {
    for (let count = 0; count < 12; count++) {
      await server.as(county.clinician).get(tellPresence, { body: { subject: 'referral', id: newId(), doing: 'looking' }, key: newId() });
    }
    const [kept] = await database.query<{ count: number }>('select count(*)::int as count from presence where staff_id = $1', [
      county.clinician.id,
    ]);
    expect(kept!.count).toBe(10);
    expect(await database.query('select from stored_answer')).toEqual([]);
  });

  it('is not for those who see no person', async () => {
    const { status } = await server.as(county.administrator).call(readPresence, { query: { subject: 'referral' } });
    expect(status).toBe(403);
  });
});
