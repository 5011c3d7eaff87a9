import {
  askForPasskey,
  confirmAuthenticator,
  confirmSession,
  prepareAuthenticator,
  preparePasskey,
  readSession,
  registerPasskey,
  removeAuthenticator,
  signIn,
  signInWithPasskey,
  signOut,
} from '@lotse/identity/model';
import type { TestDatabase, TestServer, TestStaff } from '@lotse/server-kit/testing';
import { generateSync } from 'otplib';
import { SoftAuthenticator } from '../passkeys/soft-authenticator';
import { password, signInCounty, tokenOf, type SignInCounty } from '../testing/sign-in-county';

describe('the chronicle of signing in', () => {
  let database: TestDatabase;
  let server: TestServer;
  let newcomer: SignInCounty['newcomer'];
  let practice: string;

  beforeAll(async () => {
    const found = await signInCounty();
    ({ database, server, newcomer } = found);
    practice = found.county.practice;
  });
  afterAll(() => server.stop());

  const attempt = (staff: Pick<TestStaff, 'id'>, given = password, code?: string) =>
    server.as(undefined).call(signIn, { body: { email: `${staff.id}@example.org`, password: given, ...(code ? { code } : {}) } });
  const linesAbout = async ({ id }: TestStaff) => {
    const rows = await database.query<{ line: string }>(
      `select concat_ws(' ', verb, result, case when staff_id = subject_id then 'by themselves' when staff_id is null then 'by nobody known' end) as line
       from chronicle_entry where subject = 'staff' and subject_id = $1 order by id`,
      [id],
    );
    return rows.map(({ line }) => line);
  };
  const codeOf = (secret: string, steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });

  // @req ASVS 5.0.0-16.3.1
  it('says who was let in and how, who was not, and when they left', async () => {
    const staff = await newcomer();
    expect((await attempt(staff, 'falsch')).status).toBe(401);
    const { headers } = await attempt(staff);
    expect((await server.as({ ...staff, token: tokenOf(headers) }).call(signOut)).status).toBe(200);
    expect(await linesAbout(staff)).toEqual([
      'identity.tryToSignIn.password refused by nobody known',
      'identity.signIn.password done by themselves',
      'identity.signOut done by themselves',
    ]);
    const [line] = await database.query<Record<string, unknown>>(
      `select * from chronicle_entry where result = 'refused' and subject_id = $1`,
      [staff.id],
    );
    expect(line).toMatchObject({ organisation_id: practice, kind: 'act', person_id: null, people: null, basis: null });
    expect(JSON.stringify(line)).not.toContain('falsch');
  });

  // @req ASVS 5.0.0-16.2.5
  it('an address that nobody has leaves nothing about anybody', async () => {
    const count = async () => (await database.query<{ count: string }>('select count(*) from chronicle_entry'))[0]!.count;
    const before = await count();
    expect((await attempt({ id: 'niemand' }, 'falsch')).status).toBe(401);
    const device = new SoftAuthenticator();
    const { options } = await server.as(undefined).get(askForPasskey, { body: {} });
    const shown = { body: { credential: device.show(options['challenge'] as string) } };
    expect((await server.as(undefined).call(signInWithPasskey, shown)).status).toBe(401);
    expect(await count()).toBe(before);
  });

  it('says which second factor was set up, shown, missed and taken away', async () => {
    const staff = await newcomer();
    const { secret } = await server.as(staff).get(prepareAuthenticator, { body: {} });
    const set = await server.as(staff).call(confirmAuthenticator, { body: { code: codeOf(secret, -1) } });
    const here = { ...staff, token: tokenOf(set.headers) };
    await attempt(staff, password, '000000');
    expect((await attempt(staff, password, codeOf(secret))).status).toBe(200);
    expect((await server.as(here).call(removeAuthenticator, { body: { code: codeOf(secret, 1) } })).status).toBe(200);
    expect(await linesAbout(staff)).toEqual([
      'identity.setUpAuthenticator done by themselves',
      'identity.tryToSignIn.second_factor refused by nobody known',
      'identity.signIn.second_factor done by themselves',
      'identity.removeAuthenticator done by themselves',
    ]);
  });

  it('says when a passkey was shown that does not fit', async () => {
    const [staff, device] = [await newcomer(), new SoftAuthenticator()];
    const made = await server.as(staff).get(preparePasskey, { body: {} });
    await server.as(staff).get(registerPasskey, {
      body: { name: 'Diensthandy', credential: device.make(made.options['challenge'] as string) },
    });
    const show = async (isUserVerified: boolean) => {
      const { options } = await server.as(undefined).get(askForPasskey, { body: {} });
      return server
        .as(undefined)
        .call(signInWithPasskey, { body: { credential: device.show(options['challenge'] as string, { isUserVerified }) } });
    };
    expect([(await show(false)).status, (await show(true)).status]).toEqual([401, 200]);
    expect(await linesAbout(staff)).toEqual([
      'identity.registerPasskey done by themselves',
      'identity.tryToSignIn.passkey refused by nobody known',
      'identity.signIn.passkey done by themselves',
    ]);
  });

  // @req ASVS 5.0.0-7.2.4
  it('showing the password once more gives the session another token, and leaves a line', async () => {
    const staff = await newcomer();
    expect((await server.as(staff).call(confirmSession, { body: { password: 'falsch' } })).status).toBe(422);
    const confirmed = await server.as(staff).call(confirmSession, { body: { password } });
    const renewed = { ...staff, token: tokenOf(confirmed.headers) };
    expect([(await server.as(staff).call(readSession)).status, (await server.as(renewed).call(readSession)).status]).toEqual([401, 200]);
    expect(await linesAbout(staff)).toEqual([
      'identity.tryToSignIn.confirmation refused by nobody known',
      'identity.confirm done by themselves',
    ]);
  });
});
