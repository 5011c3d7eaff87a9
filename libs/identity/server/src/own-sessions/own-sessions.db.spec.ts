import { changePassword, endOwnSession, endOwnSessions, readOwnSessions, readSession, signIn } from '@lotse/identity/model';
import type { TestDatabase, TestServer, TestStaff } from '@lotse/server-kit/testing';
import { password, signInCounty, tokenOf, type SignInCounty } from '../testing/sign-in-county';

describe('one’s own sessions', () => {
  let database: TestDatabase;
  let server: TestServer;
  let newcomer: SignInCounty['newcomer'];

  beforeAll(async () => {
    ({ database, server, newcomer } = await signInCounty());
  });
  afterAll(() => server.stop());

  const attempt = (staff: TestStaff, given: string) =>
    server.as(undefined).call(signIn, { body: { email: `${staff.id}@example.org`, password: given } });
  const elsewhere = async (staff: TestStaff): Promise<TestStaff> => {
    const { headers } = await attempt(staff, password);
    return { ...staff, token: tokenOf(headers) };
  };
  const statuses = (...staff: TestStaff[]) => Promise.all(staff.map(async (one) => (await server.as(one).call(readSession)).status));

  it('are listed with what tells them apart, this one first, and nothing that opens them', async () => {
    const here = await newcomer();
    await elsewhere(here);
    await database.query(`update session set device = 'Firefox, Windows' where staff_id = $1`, [here.id]);
    const { items } = await server.as(here).get(readOwnSessions);
    expect(items).toMatchObject([
      { isThis: true, device: 'Firefox, Windows', way: 'password' },
      { isThis: false, device: 'Firefox, Windows', way: 'password' },
    ]);
    expect(Object.keys(items[0]!).sort()).toEqual(['device', 'id', 'isThis', 'lastSeenAt', 'startedAt', 'way']);
  });

  it('those that are over are not listed', async () => {
    const here = await newcomer();
    await elsewhere(here);
    await database.query(
      `update session set last_seen_at = now() - interval '61 minutes' where staff_id = $1 and token_hash <> sha256($2::bytea)`,
      [here.id, Buffer.from(here.token)],
    );
    expect((await server.as(here).get(readOwnSessions)).items).toHaveLength(1);
  });

  it('one is ended, by its owner only', async () => {
    const [here, stranger] = [await newcomer(), await newcomer()];
    const there = await elsewhere(here);
    const { items } = await server.as(here).get(readOwnSessions);
    const params = { id: items.find(({ isThis }) => !isThis)!.id };
    expect((await server.as(stranger).call(endOwnSession, { params, body: {} })).status).toBe(404);
    expect(await statuses(here, there)).toEqual([200, 200]);
    expect((await server.as(here).call(endOwnSession, { params, body: {} })).status).toBe(200);
    expect(await statuses(here, there)).toEqual([200, 401]);
  });

  // @req ASVS 5.0.0-7.5.2
  it('none is ended by a session that was left open: the password must have been shown not long ago', async () => {
    const here = await newcomer();
    const there = await elsewhere(here);
    await database.query(`update session set confirmed_at = now() - interval '11 minutes' where staff_id = $1`, [here.id]);
    const { items } = await server.as(here).get(readOwnSessions);
    const params = { id: items.find(({ isThis }) => !isThis)!.id };
    expect((await server.as(here).call(endOwnSession, { params, body: {} })).problem.code).toBe('confirmation-needed');
    expect((await server.as(here).call(endOwnSessions, { body: { which: 'all' } })).problem.code).toBe('confirmation-needed');
    expect(await statuses(here, there)).toEqual([200, 200]);
  });

  it('all others are ended, or all', async () => {
    const here = await newcomer();
    const [one, two] = [await elsewhere(here), await elsewhere(here)];
    expect((await server.as(here).get(endOwnSessions, { body: { which: 'others' } })).ended).toBe(2);
    expect(await statuses(here, one, two)).toEqual([200, 401, 401]);
    const all = await server.as(here).call(endOwnSessions, { body: { which: 'all' } });
    expect([all.answer.ended, String(all.headers['set-cookie'])]).toEqual([1, expect.stringContaining('Max-Age=0')]);
    expect(await statuses(here)).toEqual([401]);
  });

  it('the application cannot list or end those of others', async () => {
    const [here, stranger] = [await newcomer(), await newcomer()];
    await server.database.asPublic(async (transaction) => {
      transaction.send('context', `select set_config('lotse.staff', $1, true)`, [here.id]);
      const seen = await transaction.rows<{ staff: string }>('sessions', 'select staff_id as staff from session');
      expect(new Set(seen.map(({ staff }) => staff))).toEqual(new Set([here.id]));
      expect(await transaction.change('end', 'update session set ended_at = now() where staff_id = $1', [stranger.id])).toBe(0);
    });
    await expect(server.database.asPublic((transaction) => transaction.rows('tokens', 'select token_hash from session'))).rejects.toThrow(
      'permission denied',
    );
  });

  describe('changing the password', () => {
    const change = (staff: TestStaff, oldPassword: string, chosen: string) =>
      server.as(staff).call(changePassword, { body: { oldPassword, password: chosen } });

    // @req ASVS 5.0.0-6.2.2, 5.0.0-6.2.3, 5.0.0-7.4.3
    it('needs the old one, and ends all other sessions', async () => {
      const here = await newcomer();
      const there = await elsewhere(here);
      const wrong = await change(here, 'falsch', 'blaue Türen im Regen');
      expect([wrong.status, wrong.problem.fields[0]?.field, wrong.problem.code]).toEqual([422, 'oldPassword', 'password-does-not-fit']);
      expect((await change(here, password, 'blaue Türen im Regen')).status).toBe(200);
      expect(await statuses(here, there)).toEqual([200, 401]);
      expect([(await attempt(here, password)).status, (await attempt(here, 'blaue Türen im Regen')).status]).toEqual([401, 200]);
    });

    // @req ASVS 5.0.0-6.2.1
    it('refuses a short one and one that everybody would try', async () => {
      const here = await newcomer();
      expect((await change(here, password, 'zu kurz')).problem.fields).toMatchObject([{ field: 'password', code: 'too-small' }]);
      expect((await change(here, password, 'Passwort12345')).problem).toMatchObject({
        code: 'password-too-plain',
        fields: [{ field: 'password' }],
      });
      expect((await attempt(here, password)).status).toBe(200);
    });

    // @req ASVS 5.0.0-6.3.1
    it('guessing at the old one from an open session is stopped', async () => {
      const here = await newcomer();
      for (let count = 0; count < 10; count++) await change(here, `falsch ${count}`, 'blaue Türen im Regen');
      expect((await change(here, password, 'blaue Türen im Regen')).status).toBe(429);
    });
  });
});
