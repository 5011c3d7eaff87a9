import { newId } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { HOLDS } from '@lotse/server-kit/http';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { Global, Injectable, Module } from '@nestjs/common';
import { JobsModule } from './jobs.module';
import { claim, ReactsTo, type Reaction, type ToldEvent } from './reaction';

const seen: string[] = [];
let failuresLeft = 0;

@Injectable()
@ReactsTo({ events: ['BellRung'], name: 'test.when-bell-rung' })
class WhenBellRung implements Reaction {
  constructor(private readonly database: Database) {}

  concerns(payload: unknown): boolean {
    return !(payload as { isSilent?: boolean }).isSilent;
  }

  async react(event: ToldEvent): Promise<void> {
    await this.database.asSystem(async (transaction) => {
      if (!(await claim(transaction, event.id, 'test.when-bell-rung'))) return;
      if (failuresLeft-- > 0) throw new Error('not now');
      seen.push(event.subjectId);
    });
  }
}

@Global()
@Module({ providers: [WhenBellRung, { provide: HOLDS, useValue: () => true }], exports: [HOLDS] })
class BellModule {}

const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let left = 400; left > 0 && !(await holds()); left--) await new Promise((wait) => setTimeout(wait, 25));
};

describe(`the outbox and the queue (${process.env['REDIS_URL'] ? 'Redis' : 'PostgreSQL'})`, () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [BellModule, JobsModule]);
  });
  afterAll(() => server.stop());
  beforeEach(() => void (seen.length = 0));

  const ring = (subjectId: string, fail = false, payload: object = {}) =>
    server.database.asOrganisation({ organisationId: county.clinic, regionId: county.regionId }, async (transaction) => {
      transaction.tell({ name: 'BellRung', subject: 'bell', subjectId, version: 1, audience: [county.clinic], payload });
      if (fail) throw new Error('changed my mind');
    });

  const notDone = async () =>
    Number((await database.query<{ count: string }>('select count(*) from outbox_event where done_at is null'))[0]!.count);

  // @req ASVS 5.0.0-2.3.3
  it('promise 5: what was committed is told once, what was rolled back never', async () => {
    const [told, undone] = [newId(), newId()];
    await ring(told);
    await ring(undone, true).catch(() => undefined);
    await until(() => seen.length > 0);
    await until(async () => (await notDone()) === 0);
    expect(seen).toEqual([told]);
  });

  it('promise 5: a reaction that fails is tried again until it is done, and then once only', async () => {
    failuresLeft = 2;
    const id = newId();
    await ring(id);
    await until(async () => (await notDone()) === 0);
    expect(seen).toEqual([id]);
  });

  it('promise 5: a burst arrives whole', async () => {
    const ids = Array.from({ length: 200 }, () => newId());
    await Promise.all(ids.map((id) => ring(id)));
    await until(async () => (await notDone()) === 0);
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  it('what concerns no reaction is done as soon as it is told, and gives the queue no work', async () => {
    const [silent, loud] = [newId(), newId()];
    await ring(silent, false, { isSilent: true });
    await ring(loud);
    await until(async () => (await notDone()) === 0);
    expect(seen).toEqual([loud]);
    const [told] = await database.query('select relayed_at = done_at as "isAtOnce" from outbox_event where subject_id = $1', [silent]);
    expect(told).toEqual({ isAtOnce: true });
  });

  it('promise 5: an event whose job the queue lost is handed over again, and one that was done is not done twice', async () => {
    const id = newId();
    await ring(id);
    await until(async () => (await notDone()) === 0);
    // As if the queue had forgotten the job after the effect but before it was noted: the effect must not happen again.
    await database.query(`update outbox_event set done_at = null, relayed_at = now() - interval '2 minutes' where subject_id = $1`, [id]);
    await until(async () => (await notDone()) === 0);
    expect(await notDone()).toBe(0);
    expect(seen).toEqual([id]);
  });
});
