import { createHash } from 'node:crypto';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';
import { hashPassword, verificationsSoFar } from './password';

const password = 'ein langes Kennwort';

describe('guessing', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    await database.query(`update staff set email = 'gp@test.example', password_hash = $2 where id = $1`, [
      county.gp.id,
      await hashPassword(password),
    ]);
    server = await startTestServer(database, [IdentityModule]);
  });
  afterEach(() => database.query('delete from sign_in_throttle'));
  afterAll(() => server.stop());

  const attempt = async (email: string, given: string, from: { ip?: string; cookie?: string } = {}) => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email, password: given },
      remoteAddress: from.ip ?? '192.0.2.1',
      headers: from.cookie ? { cookie: from.cookie } : {},
    });
    return { status: response.statusCode, body: response.json() as Record<string, unknown>, cookies: response.cookies };
  };
  /** As if so much time had gone by. */
  const later = (seconds: number) => database.query('update sign_in_throttle set next_at = next_at - make_interval(secs => $1)', [seconds]);
  const all = () => database.query<{ key: Buffer }>('select key from sign_in_throttle').then((rows) => rows.map(({ key }) => key));
  const keyOf = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest();
  /** As if so many had failed before. The next failure makes a wait that is much longer than this test takes. */
  const failedBefore = async (failures: number, keys?: Buffer[]) =>
    database.query('update sign_in_throttle set failures = $1 where key = any ($2)', [failures, keys ?? (await all())]);
  const waitOf = ({ body }: { body: Record<string, unknown> }) => (body['context'] as { waitSeconds: number }).waitSeconds;

  // @req ASVS 5.0.0-6.3.1
  it('is slowed more and more, and never ends in a lock', async () => {
    for (let count = 0; count < 4; count++) expect((await attempt('gp@test.example', 'falsch')).status).toBe(401);
    expect((await attempt('gp@test.example', password)).status).toBe(200);
    await attempt('gp@test.example', 'falsch');
    for (const [failures, wait] of [
      [11, 128],
      [12, 256],
      [40, 300],
    ] as const) {
      await failedBefore(failures);
      expect((await attempt('gp@test.example', 'falsch')).status).toBe(401);
      const early = await attempt('gp@test.example', password);
      expect(early.status).toBe(429);
      expect(waitOf(early)).toBeGreaterThan(wait - 60);
      expect(waitOf(early)).toBeLessThanOrEqual(wait);
      await later(wait);
    }
    expect((await attempt('gp@test.example', password)).status).toBe(200);
    expect((await attempt('gp@test.example', 'falsch')).status).toBe(401);
  });

  it('whoever knocks while waiting makes nothing worse, and many at once are many', async () => {
    await attempt('gp@test.example', 'falsch');
    await failedBefore(12);
    const answers = await Promise.all(Array.from({ length: 40 }, () => attempt('gp@test.example', 'falsch')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(1);
    await later(256);
    expect((await attempt('gp@test.example', password)).status).toBe(200);
  });

  it('from one place does not slow the owner elsewhere', async () => {
    const elsewhere = { ip: '192.0.2.66' };
    await attempt('gp@test.example', 'falsch', elsewhere);
    await failedBefore(12);
    await attempt('gp@test.example', 'falsch', elsewhere);
    expect((await attempt('gp@test.example', password, elsewhere)).status).toBe(429);
    expect((await attempt('gp@test.example', password, { ip: '192.0.2.7' })).status).toBe(200);
  });

  it('from very many places slows unknown ones for half a minute at most, and a known device not at all', async () => {
    const first = await attempt('gp@test.example', password);
    const device = first.cookies.find(({ name }) => name === 'lotse_device')!;
    expect(device).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    await failedBefore(500, [keyOf('sign-in', 'account', 'gp@test.example')]);
    await attempt('gp@test.example', 'falsch', { ip: '198.51.100.1' });
    const unknown = await attempt('gp@test.example', password, { ip: '203.0.113.9' });
    expect(unknown.status).toBe(429);
    expect(waitOf(unknown)).toBeLessThanOrEqual(30);
    const known = { ip: '203.0.113.9', cookie: `lotse_device=${device.value}` };
    expect((await attempt('gp@test.example', password, known)).status).toBe(200);
    // The cookie does not let guess without end, and is worth nothing for somebody else's account.
    await attempt('gp@test.example', 'falsch', known);
    await failedBefore(30);
    await attempt('gp@test.example', 'falsch', known);
    expect((await attempt('gp@test.example', password, known)).status).toBe(429);
    await failedBefore(500, [keyOf('sign-in', 'origin', '203.0.113.9')]);
    await attempt('nobody@test.example', 'falsch', known);
    expect((await attempt('nobody@test.example', 'falsch', known)).status).toBe(429);
  });

  // @req ASVS 5.0.0-6.3.1
  it('many addresses from one place is slowed as a whole', async () => {
    await attempt('one@test.example', 'falsch', { ip: '198.51.100.200' });
    await failedBefore(200, [keyOf('sign-in', 'origin', '198.51.100.200')]);
    await attempt('two@test.example', 'falsch', { ip: '198.51.100.200' });
    expect((await attempt('three@test.example', 'falsch', { ip: '198.51.100.200' })).status).toBe(429);
    expect((await attempt('three@test.example', 'falsch', { ip: '198.51.100.201' })).status).toBe(401);
  });

  // @req ASVS 5.0.0-6.3.8
  it('teaches nothing about which accounts exist: the same answer, the same work, the same waits', async () => {
    await database.query(`update staff set email = 'closed@test.example', disabled_at = now() where id = $1`, [county.assistant.id]);
    await database.query(`update staff set email = 'without@test.example' where id = $1`, [county.otherGp.id]);
    const observed = [];
    for (const email of ['gp@test.example', 'nobody@test.example', 'closed@test.example', 'without@test.example']) {
      const before = verificationsSoFar();
      const from = { ip: '192.0.2.40' };
      const answers = [];
      for (let count = 0; count < 6; count++) {
        if (count === 4) await failedBefore(12, [keyOf('sign-in', 'here', email, from.ip)]);
        const { status, body } = await attempt(email, 'falsch', from);
        answers.push({ ...body, status, instance: '', context: Object.keys((body['context'] as object) ?? {}) });
      }
      observed.push({ answers, verified: verificationsSoFar() - before });
    }
    expect(observed[0]!.verified).toBe(5);
    expect(observed[0]!.answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    for (const one of observed.slice(1)) expect(one).toEqual(observed[0]);
  });
});
