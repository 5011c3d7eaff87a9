import { endpoint, type Endpoint } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { CountedAndTold, CountsOfAll, HOLDS, Limits, type LotseRequest } from '@lotse/server-kit/http';
import { readSettings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { startTestServer, testDatabase, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { Global, Module } from '@nestjs/common';
import * as z from 'zod';

const contract = (given: Partial<Endpoint>) =>
  endpoint({ method: 'GET', path: 'doors', summary: '', may: 'signed-in', response: z.any(), ...given });
const read = contract({});
const enter = contract({ method: 'POST', may: 'anyone' });
const write = contract({ method: 'POST' });

@Global()
@Module({ providers: [{ provide: HOLDS, useValue: () => true }], exports: [HOLDS] })
class NobodyHolds {}

describe('limits', () => {
  let database: TestDatabase;
  let server: TestServer;
  const log = makeLog('test', 'silent');

  beforeAll(async () => {
    database = await testDatabase();
    server = await startTestServer(database, [NobodyHolds]);
  });
  afterAll(() => server.stop());

  /** A process of its own, with a fortieth of what is usual: 30 reads, 6 writes, 2 sign-ins a minute. */
  const aProcess = (given: Record<string, string> = {}) => {
    const settings = readSettings({ DATABASE_URL: database.url, RATE_LIMITS: '0.025', REDIS_URL: process.env['REDIS_URL'], ...given });
    const shared = new CountsOfAll(server.app.get(Database), settings, log);
    return { limits: new Limits(shared, settings, log), shared };
  };
  const from = (session: string, address: string) =>
    ({ id: '1', ip: address, headers: { cookie: `lotse_session=${session}` } }) as unknown as LotseRequest;

  const firstRefusal = async (limits: Limits, given: Endpoint, request: LotseRequest, tries: number) => {
    for (let one = 1; one <= tries; one++) {
      const refused = await Promise.resolve()
        .then(() => limits.check(given, request))
        .then(
          () => undefined,
          (error: { problem: { code: string; context: { seconds: number } } }) => error.problem,
        );
      if (refused) return { after: one - 1, code: refused.code, seconds: refused.context?.seconds };
    }
    return undefined;
  };

  // @req ASVS 5.0.0-2.4.1, 5.0.0-15.2.2
  it('reading is counted by each session and by each address, and says how long to wait', async () => {
    const { limits } = aProcess();
    const refused = await firstRefusal(limits, read, from('one', '192.0.2.1'), 40);
    expect(refused).toMatchObject({ after: 30, code: 'too-fast' });
    expect(refused!.seconds).toBeGreaterThan(0);
    expect(refused!.seconds).toBeLessThanOrEqual(60);
    // Somebody else behind the same address goes on.
    expect(await firstRefusal(limits, read, from('two', '192.0.2.1'), 20)).toBeUndefined();
  });

  // @req ASVS 5.0.0-2.4.1, 5.0.0-6.3.1
  it('signing in is counted by all processes together, by address, whatever account is tried', async () => {
    const [one, two] = [aProcess(), aProcess()];
    const nobody = { id: '1', ip: '192.0.2.7', headers: {} } as unknown as LotseRequest;
    await one.limits.check(enter, nobody);
    await one.limits.check(enter, nobody);
    await two.limits.check(enter, nobody);
    expect(await firstRefusal(two.limits, enter, nobody, 3)).toMatchObject({ after: 0, code: 'too-fast' });
    await Promise.all([one.shared.onApplicationShutdown(), two.shared.onApplicationShutdown()]);
  });

  it('writing waits for no count, and what one process counted holds at the other once it was told', async () => {
    const { shared } = aProcess();
    const [here, there] = [1, 2].map(() => new CountedAndTold(6, () => shared.count('write:told', 6)));
    for (let one = 0; one < 6; one++) expect(here!.take('somebody')).toBeUndefined();
    await here!.tell();
    expect(there!.take('somebody')).toBeUndefined();
    await there!.tell();
    expect(there!.take('somebody')).toBeGreaterThan(0);
    await shared.onApplicationShutdown();
  });

  // @req ASVS 5.0.0-16.5.2, 5.0.0-16.5.3
  it('without a count care goes on, and signing in waits', async () => {
    const { limits, shared } = aProcess({ REDIS_URL: 'redis://127.0.0.1:1' });
    expect(await firstRefusal(limits, write, from('three', '192.0.2.3'), 3)).toBeUndefined();
    expect(await firstRefusal(limits, enter, from('three', '192.0.2.3'), 1)).toMatchObject({ code: 'unavailable' });
    await shared.onApplicationShutdown();
  });

  it('keeps no address and no session where it counts', async () => {
    if (process.env['REDIS_URL']) return;
    const rows = await database.query<{ key: string }>('select key from rate_limit');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => /192\.0\.2|somebody:|three/.test(key))).toEqual([]);
  });
});
