import { readSession, signIn, signOut } from '@lotse/identity/model';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';
import { hashPassword } from './password';

const password = 'ein langes Kennwort';

describe('signing in', () => {
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
  afterAll(() => server.stop());

  const attempt = (email: string, given: string) => server.as(undefined).call(signIn, { body: { email, password: given } });
  const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']);

  // @req ASVS 5.0.0-3.3.2, 5.0.0-3.3.4, 5.0.0-7.2.2, 5.0.0-7.2.3
  it('opens a session whose cookie scripts cannot read and other sites cannot send', async () => {
    const { status, answer, headers } = await attempt('GP@test.example', password);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ staff: { email: 'gp@test.example', roles: ['referrer'] }, isDemo: false });
    expect(answer.permissions).toContain('referral.submit');
    expect(cookieOf(headers)).toMatch(/^lotse_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200,lotse_device=/);
  });

  it('keeps only a hash of the token', async () => {
    const { headers } = await attempt('gp@test.example', password);
    const token = cookieOf(headers).split(/[=;]/)[1]!;
    const rows = await database.query<{ found: boolean }>(
      `select exists (select from session where encode(token_hash, 'escape') like '%' || $1 || '%') as found`,
      [token],
    );
    expect(rows[0]!.found).toBe(false);
  });

  // @req ASVS 5.0.0-6.2.8, 5.0.0-6.2.9, 5.0.0-11.4.2
  it('takes a password as it was chosen, to the last of two hundred characters, and keeps a slow hash of it', async () => {
    const long = ` Ein Satz mit ß, İ und 🌲 ${'x'.repeat(171)} `;
    expect([...long].length).toBeGreaterThan(190);
    await database.query(`update staff set email = 'long@test.example', password_hash = $2 where id = $1`, [
      county.intake.id,
      await hashPassword(long),
    ]);
    const statuses = [];
    for (const given of [long, long.trim(), long.toLowerCase(), long.slice(0, -1)])
      statuses.push((await attempt('long@test.example', given)).status);
    expect(statuses).toEqual([200, 401, 401, 401]);
    const [row] = await database.query<{ hash: string }>('select password_hash as hash from staff where id = $1', [county.intake.id]);
    expect(row!.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  // @req ASVS 5.0.0-6.2.10, 5.0.0-6.4.2
  it('asks for no other password after a time, for no hint and for no answer to a question', async () => {
    const kept = await database.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'staff'`,
    );
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter(({ name }) => /hint|question|answer|password_(at|since|until)|expires/.test(name))).toEqual([]);
  });

  // @req ASVS 5.0.0-6.3.8
  it('answers a wrong password and an unknown address the same', async () => {
    const [wrong, unknown] = [await attempt('gp@test.example', 'falsch'), await attempt('nobody@test.example', 'falsch')];
    expect(wrong.status).toBe(401);
    expect({ ...unknown.problem, instance: '' }).toEqual({ ...wrong.problem, instance: '' });
  });

  // @req ASVS 5.0.0-2.2.2
  it('says which input is missing', async () => {
    const { problem } = await server.as(undefined).call(signIn, { body: { email: 'kein Postfach' } });
    expect(problem.fields.map(({ field, code }) => `${field} ${code}`)).toEqual(['email invalid-format', 'password required']);
  });

  // @req ASVS 5.0.0-7.2.1, 5.0.0-7.4.1
  it('signing out ends the session at once', async () => {
    const { headers } = await attempt('gp@test.example', password);
    const staff = { ...county.gp, token: cookieOf(headers).split(/[=;]/)[1]! };
    expect((await server.as(staff).call(readSession)).status).toBe(200);
    expect((await server.as(staff).call(signOut)).answer).toEqual({ signedOut: true });
    expect((await server.as(staff).call(readSession)).problem.code).toBe('not-signed-in');
  });

  // @req ASVS 5.0.0-7.3.1, 5.0.0-7.4.2
  it('a disabled account is out at once, and so is an idle session', async () => {
    await database.query(`update session set last_seen_at = now() - interval '2 hours' where staff_id = $1`, [county.clinician.id]);
    expect((await server.as(county.clinician).call(readSession)).status).toBe(401);
    await database.query(`update staff set disabled_at = now() where id = $1`, [county.otherGp.id]);
    expect((await server.as(county.otherGp).call(readSession)).status).toBe(401);
  });
});
