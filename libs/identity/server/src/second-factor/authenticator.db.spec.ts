import {
  confirmAuthenticator,
  confirmSession,
  prepareAuthenticator,
  readOwnSignIn,
  readPreferences,
  readSession,
  removeAuthenticator,
  renewRecoveryCodes,
  signIn,
} from '@lotse/identity/model';
import type { TestCounty, TestDatabase, TestServer, TestStaff } from '@lotse/server-kit/testing';
import { generateSync } from 'otplib';
import { password, signInCounty, tokenOf, type SignInCounty } from '../testing/sign-in-county';

describe('signing in with an authenticator app', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let newcomer: SignInCounty['newcomer'];

  beforeAll(async () => {
    ({ database, county, server, newcomer } = await signInCounty());
  });
  afterAll(() => server.stop());

  const attempt = (staff: TestStaff, code?: string, given = password) =>
    server.as(undefined).call(signIn, { body: { email: `${staff.id}@example.org`, password: given, ...(code ? { code } : {}) } });
  /** As if the newest code had been used an age ago, so that the one of now is fresh. */
  const halfAMinutePasses = (staff: TestStaff) => database.query('update authenticator set used_step = 0 where staff_id = $1', [staff.id]);
  const codeOf = (secret: string, steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });

  async function setUp(staff: TestStaff) {
    const { secret, address } = await server.as(staff).get(prepareAuthenticator, { body: {} });
    const used = codeOf(secret);
    const confirmed = await server.as(staff).call(confirmAuthenticator, { body: { code: used } });
    expect(confirmed.status).toBe(200);
    return {
      secret,
      used,
      address,
      recoveryCodes: confirmed.answer.recoveryCodes,
      renewed: { ...staff, token: tokenOf(confirmed.headers) },
    };
  }

  it('asks for a code as soon as an app is set up, and says what else may be shown', async () => {
    const staff = await newcomer();
    expect((await attempt(staff)).answer.isLimited).toBe(false);
    const { secret } = await setUp(staff);
    const needed = await attempt(staff);
    expect([needed.status, needed.problem.code, needed.problem.context]).toEqual([
      401,
      'second-factor-needed',
      { ways: ['code', 'recovery_code'] },
    ]);
    expect(needed.headers['set-cookie']).toBeUndefined();
    await halfAMinutePasses(staff);
    expect((await attempt(staff, codeOf(secret))).status).toBe(200);
    const [session] = await database.query(`select way, is_strong from session where staff_id = $1 order by created_at desc limit 1`, [
      staff.id,
    ]);
    expect(session).toEqual({ way: 'second_factor', is_strong: true });
  });

  it('says nothing of a second factor to whoever does not know the password', async () => {
    const staff = await newcomer();
    const { secret } = await setUp(staff);
    expect((await attempt(staff, codeOf(secret), 'falsch')).problem.code).toBe('wrong-credentials');
  });

  // @req ASVS 5.0.0-6.5.1, 5.0.0-6.5.5
  it('takes a code once, and none that is older than one it took', async () => {
    const staff = await newcomer();
    const { secret, used } = await setUp(staff);
    expect((await attempt(staff, used)).problem.code).toBe('wrong-code');
    await halfAMinutePasses(staff);
    const code = codeOf(secret);
    const answers = await Promise.all([attempt(staff, code), attempt(staff, code), attempt(staff, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await attempt(staff, codeOf(secret, -1))).problem.code).toBe('wrong-code');
    await halfAMinutePasses(staff);
    expect((await attempt(staff, codeOf(secret, -4))).problem.code).toBe('wrong-code');
    expect((await attempt(staff, '000 000')).problem).toMatchObject({ code: 'wrong-code', fields: [{ field: 'code' }] });
  });

  // @req ASVS 5.0.0-6.5.1
  it('takes each recovery code once, however it is typed', async () => {
    const staff = await newcomer();
    const { recoveryCodes } = await setUp(staff);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first, second] = recoveryCodes as [string, string];
    expect((await attempt(staff, first)).status).toBe(200);
    expect((await attempt(staff, first)).problem.code).toBe('wrong-code');
    expect((await attempt(staff, second.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    const [left] = await database.query<{ count: string }>('select count(*) from recovery_code where staff_id = $1 and used_at is null', [
      staff.id,
    ]);
    expect(Number(left!.count)).toBe(8);
  });

  // @req ASVS 5.0.0-6.5.2
  it('keeps secrets sealed and codes hashed', async () => {
    const staff = await newcomer();
    const { secret, recoveryCodes } = await setUp(staff);
    const [row] = await database.query<{ sealed: Buffer }>('select sealed_secret as sealed from authenticator where staff_id = $1', [
      staff.id,
    ]);
    expect(row!.sealed.includes(secret)).toBe(false);
    const hashes = await database.query<{ hash: string }>('select code_hash as hash from recovery_code where staff_id = $1', [staff.id]);
    expect(hashes.every(({ hash }) => hash.startsWith('$argon2id$') && !hash.includes(recoveryCodes[0]!.replaceAll('-', '')))).toBe(true);
  });

  // @req ASVS 5.0.0-6.3.1
  it('wrong codes are counted for the account, so that nobody tries them all', async () => {
    const staff = await newcomer();
    const { secret } = await setUp(staff);
    for (let count = 0; count < 10; count++) await attempt(staff, '123456');
    await halfAMinutePasses(staff);
    expect((await attempt(staff, codeOf(secret))).status).toBe(429);
  });

  // @req ASVS 5.0.0-7.4.3
  it('setting up gives the session another token and ends all others', async () => {
    const staff = await newcomer();
    const elsewhere = { ...staff, token: tokenOf((await attempt(staff)).headers) };
    const { renewed } = await setUp(staff);
    const statuses = await Promise.all([staff, elsewhere, renewed].map(async (one) => (await server.as(one).call(readSession)).status));
    expect(statuses).toEqual([401, 401, 200]);
  });

  // @req ASVS 5.0.0-7.5.1
  it('needs the password once more when signing in was long ago', async () => {
    const staff = await newcomer();
    await database.query(`update session set confirmed_at = now() - interval '11 minutes' where staff_id = $1`, [staff.id]);
    const refused = await server.as(staff).call(prepareAuthenticator, { body: {} });
    expect([refused.status, refused.problem.code]).toEqual([403, 'confirmation-needed']);
    expect((await server.as(staff).call(confirmSession, { body: { password: 'falsch' } })).problem.code).toBe('password-does-not-fit');
    const { headers } = await server.as(staff).call(confirmSession, { body: { password } });
    expect((await server.as({ ...staff, token: tokenOf(headers) }).call(prepareAuthenticator, { body: {} })).status).toBe(200);
  });

  // @req ASVS 5.0.0-7.5.1
  it('is replaced and removed only with a fresh code', async () => {
    const staff = await newcomer();
    const { secret, used, renewed, recoveryCodes } = await setUp(staff);
    expect((await server.as(renewed).call(prepareAuthenticator, { body: {} })).problem.code).toBe('code-does-not-fit');
    expect((await server.as(renewed).call(removeAuthenticator, { body: { code: used } })).problem.code).toBe('code-does-not-fit');
    expect((await server.as(renewed).call(prepareAuthenticator, { body: { code: recoveryCodes[0]! } })).status).toBe(200);
    await halfAMinutePasses(staff);
    expect((await server.as(renewed).call(removeAuthenticator, { body: { code: codeOf(secret) } })).answer).toEqual({ removed: true });
    expect((await attempt(staff)).status).toBe(200);
    expect(await server.as(renewed).get(readOwnSignIn)).toMatchObject({ authenticatorSince: null, recoveryCodesLeft: 0 });
  });

  // @req ASVS 5.0.0-6.5.6
  it('new recovery codes take the place of the old ones', async () => {
    const staff = await newcomer();
    const { renewed, recoveryCodes } = await setUp(staff);
    const made = await server.as(renewed).get(renewRecoveryCodes, { body: {} });
    expect((await attempt(staff, recoveryCodes[0])).status).toBe(401);
    expect((await attempt(staff, made.recoveryCodes[0])).status).toBe(200);
  });

  it('where it is required, one signs in only to set one up, and cannot be without one again', async () => {
    await database.query('insert into sign_in_rule (organisation_id, second_factor_required) values ($1, true)', [county.otherClinic]);
    const staff = await newcomer(county.otherClinic);
    const first = await attempt(staff);
    expect(first.answer.isLimited).toBe(true);
    const limited = { ...staff, token: tokenOf(first.headers) };
    expect((await server.as(limited).call(readPreferences)).problem.code).toBe('second-factor-required');
    const { secret, renewed } = await setUp(limited);
    expect((await server.as(renewed).call(readPreferences)).status).toBe(200);
    expect((await server.as(limited).call(readSession)).status).toBe(401);
    await halfAMinutePasses(staff);
    expect((await server.as(renewed).call(removeAuthenticator, { body: { code: codeOf(secret) } })).problem.code).toBe(
      'last-second-factor',
    );
  });
});
