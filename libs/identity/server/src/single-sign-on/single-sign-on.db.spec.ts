import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { changeIdentityProvider, findSingleSignOn, readOwnSignIn, readSession, startSingleSignOn } from '@lotse/identity/model';
import { addStaff, startTestServer, testCounty, testDatabase } from '@lotse/server-kit/testing';
import type { TestCounty, TestDatabase, TestServer, TestStaff } from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';

const [clientId, secret, domain] = ['lotse', 'ein Geheimnis des Betreibers'.replaceAll(' ', '-'), 'klinik.example'];
const callback = 'http://localhost:4200/api/session/single-sign-on/callback';

describe('signing in with the account of one’s organisation', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let process_: ChildProcess;
  let issuer: string;
  let administrator: TestStaff;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    process_ = fork(join(import.meta.dirname, 'test-provider.mjs'), [clientId, secret, callback], { silent: true, execArgv: [] });
    issuer = String((await once(process_.stdout!, 'data'))[0]).trim();
    administrator = await addStaff(database, county.clinic, ['org_admin']);
    server = await startTestServer(database, [IdentityModule], {
      SINGLE_SIGN_ON_ISSUERS: `https://elsewhere.example ${issuer}`,
      SINGLE_SIGN_ON_SECRETS: `${county.clinic}=${secret}`,
    });
    const set = await configure({});
    expect(set.status).toBe(200);
  });
  afterAll(async () => {
    process_.kill();
    await server.stop();
  });

  let version = 0;
  const configure = async (changes: object) => {
    const usual = { issuer, clientId, mailDomains: [domain], roleClaim: null, roleMapping: {}, isStrong: true, isEnabled: true };
    const answer = await server.as(administrator).call(changeIdentityProvider, { version, body: { ...usual, ...changes } });
    if (answer.status === 200) version = answer.answer.version;
    return answer;
  };
  const member = async (email: string, roles = ['clinician']): Promise<TestStaff> => {
    const staff = await addStaff(database, county.clinic, roles);
    await database.query('update staff set email = $2 where id = $1', [staff.id, email]);
    return staff;
  };
  const cookieOf = (headers: Record<string, unknown>, name: string) =>
    [headers['set-cookie']]
      .flat()
      .map(String)
      .find((cookie) => cookie.startsWith(`${name}=`));

  async function begin(target?: string) {
    const begun = await server
      .as(undefined)
      .call(startSingleSignOn, { body: { organisationId: county.clinic, ...(target ? { target } : {}) } });
    return { address: new URL(begun.answer.address), cookie: cookieOf(begun.headers, 'lotse_sign_on')! };
  }

  /** What the browser does there: follows every redirect with its cookies until it is sent back to us. */
  async function visit(address: URL, claims: object): Promise<URL> {
    address.searchParams.set('login_hint', JSON.stringify(claims));
    const cookies = new Map<string, string>();
    for (let at = address; ;) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) cookies.set(set.split('=')[0]!, set.split(';')[0]!.slice(set.indexOf('=') + 1));
      const next = answer.headers.get('location');
      if (!next) throw new Error(`${answer.status} ${(await answer.text()).slice(0, 500)}`);
      at = new URL(next, at);
      if (at.href.startsWith(callback)) return at;
    }
  }

  const comeBack = (at: URL, cookie: string | undefined) =>
    server.app.inject({ method: 'GET', url: at.pathname + at.search, headers: cookie ? { cookie: cookie.split(';')[0]! } : {} });

  async function signIn(claims: object, target?: string) {
    const { address, cookie } = await begin(target);
    const { statusCode, headers } = await comeBack(await visit(address, claims), cookie);
    const session = cookieOf(headers, 'lotse_session');
    const cookies = [headers['set-cookie']].flat().map((one) => String(one).split('=')[0]);
    return { statusCode, location: headers.location, token: session?.split(/[=;]/)[1], session, cookies };
  }

  it('is found by the domain of an address only', async () => {
    const find = async (given: string) => (await server.as(undefined).get(findSingleSignOn, { query: { domain: given } })).items;
    expect(await find('Klinik.Example')).toEqual([{ organisationId: county.clinic, name: 'Klinik Eins' }]);
    expect(await find('praxis.example')).toEqual([]);
  });

  // @req ASVS 5.0.0-1.1.1
  it('is found by what was written, decoded once', async () => {
    const find = (query: string) => server.app.inject(`/api/session/single-sign-on?domain=${query}`);
    expect((await find('klinik%2eexample')).json()).toMatchObject({ items: [{ name: 'Klinik Eins' }] });
    expect((await find('klinik%252eexample')).body).not.toContain('Klinik Eins');
  });

  // @req ASVS 5.0.0-6.3.8
  it('leads there for an address that has an account and for one that has none, with the same answer', async () => {
    await member(`known@${domain}`);
    const start = async (email: string) => {
      const { status, answer, headers } = await server
        .as(undefined)
        .call(startSingleSignOn, { body: { organisationId: county.clinic, email } });
      const { searchParams } = new URL(answer.address);
      return {
        status,
        asked: [...searchParams.keys()],
        hint: searchParams.get('login_hint') === email,
        headers: Object.keys(headers).sort(),
      };
    };
    expect(await start(`known@${domain}`)).toEqual(await start(`nobody@${domain}`));
  });

  // @req ASVS 5.0.0-10.2.1
  it('asks with PKCE, state and nonce, and remembers it in this browser for five minutes', async () => {
    const { address, cookie } = await begin();
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: callback,
    });
    expect(cookie).toMatch(/^lotse_sign_on=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=300$/);
  });

  // @req ASVS 5.0.0-10.1.1, 5.0.0-7.6.2
  it('leads to the page one wanted, with a session like any other', async () => {
    const staff = await member(`ida@${domain}`);
    const found = await signIn({ sub: 'ida', email: `Ida@${domain}`, email_verified: true }, '/zuweisungen?box=sent');
    expect([found.statusCode, found.location]).toEqual([303, '/zuweisungen?box=sent']);
    expect(found.session).toContain('SameSite=Strict');
    expect(found.cookies).toEqual(['lotse_sign_on', 'lotse_session']);
    const session = await server.as({ ...staff, token: found.token! }).get(readSession);
    expect([session.staff.id, session.isLimited]).toEqual([staff.id, false]);
    expect(await server.as({ ...staff, token: found.token! }).get(readOwnSignIn)).toMatchObject({
      way: 'single_sign_on',
      linkedAccounts: [{ issuer }],
    });
  });

  // @req ASVS 5.0.0-10.5.2
  it('goes by the subject from then on, whatever the address says', async () => {
    const staff = await member(`max@${domain}`);
    await signIn({ sub: 'max', email: `max@${domain}`, email_verified: true });
    const other = await member(`neu@${domain}`);
    const found = await signIn({ sub: 'max', email: `neu@${domain}`, email_verified: true });
    expect((await server.as({ ...staff, token: found.token! }).get(readSession)).staff.id).toBe(staff.id);
    const links = await database.query('select 1 from linked_account where staff_id = $1', [other.id]);
    expect(links).toEqual([]);
  });

  it.each([
    ['an address that was not verified', { sub: 'a1', email: `eva@${domain}`, email_verified: false }, 'account-unknown'],
    ['an address of another domain', { sub: 'a2', email: 'eva@elsewhere.example', email_verified: true }, 'account-unknown'],
    ['an address that nobody here has', { sub: 'a3', email: `niemand@${domain}`, email_verified: true }, 'account-unknown'],
    ['no address', { sub: 'a4' }, 'account-unknown'],
  ])('%s opens nothing', async (_, claims, code) => {
    await database.query(`update staff set email = id || '@klinik.example' where email = 'eva@klinik.example'`);
    await member(`eva@${domain}`);
    const found = await signIn(claims);
    expect([found.location, found.token]).toEqual([`/anmelden?hinweis=${code}`, undefined]);
  });

  it('another account with the same address does not take over silently', async () => {
    const lea = await member(`lea@${domain}`);
    await signIn({ sub: 'lea', email: `lea@${domain}`, email_verified: true });
    const found = await signIn({ sub: 'other-lea', email: `lea@${domain}`, email_verified: true });
    expect([found.location, found.token]).toEqual(['/anmelden?hinweis=account-linked-otherwise', undefined]);
    const [line] = await database.query(
      `select verb, result, organisation_id, staff_id from chronicle_entry where subject_id = $1 order by id desc`,
      [lea.id],
    );
    expect(line).toEqual({
      ...{ verb: 'identity.tryToSignIn.single_sign_on', result: 'refused' },
      ...{ organisation_id: county.clinic, staff_id: null },
    });
  });

  // @req ASVS 5.0.0-6.8.1
  it('somebody of another organisation with the same address is not meant', async () => {
    const stranger = await addStaff(database, county.otherClinic, ['clinician']);
    await database.query('update staff set email = $2 where id = $1', [stranger.id, `uwe@${domain}`]);
    expect((await signIn({ sub: 'uwe', email: `uwe@${domain}`, email_verified: true })).location).toBe('/anmelden?hinweis=account-unknown');
  });

  // @req ASVS 5.0.0-10.1.2, 5.0.0-10.2.1
  it('an answer holds once, in the browser that asked, and as it was asked', async () => {
    await member(`tom@${domain}`);
    const claims = { sub: 'tom', email: `tom@${domain}`, email_verified: true };
    const failed = '/anmelden?hinweis=single-sign-on-failed';
    const mine = await begin();
    const answer = await visit(mine.address, claims);
    expect((await comeBack(answer, undefined)).headers.location).toBe(failed);
    expect((await comeBack(answer, (await begin()).cookie)).headers.location).toBe(failed);
    expect((await comeBack(answer, mine.cookie)).headers.location).toBe('/start');
    expect((await comeBack(answer, mine.cookie)).headers.location).toBe(failed);
    const planted = await begin();
    const forged = await visit(planted.address, claims);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect((await comeBack(forged, planted.cookie)).headers.location).toBe(failed);
    const late = await begin();
    const tooLate = await visit(late.address, claims);
    await database.query(`update sign_in_challenge set expires_at = now() - interval '1 second'`);
    expect((await comeBack(tooLate, late.cookie)).headers.location).toBe(failed);
  });

  it('roles follow the claim, where that is set up; without a role there is no access', async () => {
    const staff = await member(`pia@${domain}`, ['clinician']);
    await configure({ roleClaim: 'groups', roleMapping: { Aufnahme: ['intake', 'triager'] } });
    const claims = { sub: 'pia', email: `pia@${domain}`, email_verified: true };
    const found = await signIn({ ...claims, groups: ['Aufnahme', 'Kantine'] });
    expect((await server.as({ ...staff, token: found.token! }).get(readSession)).staff.roles).toEqual(['intake', 'triager']);
    expect((await signIn({ ...claims, groups: ['Kantine'] })).location).toBe('/anmelden?hinweis=account-without-role');
    const [row] = await database.query<{ roles: string[] }>('select roles from staff where id = $1', [staff.id]);
    expect(row!.roles).toEqual(['intake', 'triager']);
    await configure({});
  });

  it('somebody who has left stays out', async () => {
    const staff = await member(`jan@${domain}`);
    const claims = { sub: 'jan', email: `jan@${domain}`, email_verified: true };
    await signIn(claims);
    await database.query('update staff set disabled_at = now() where id = $1', [staff.id]);
    expect((await signIn(claims)).location).toBe('/anmelden?hinweis=account-unknown');
  });

  // @req ASVS 5.0.0-6.8.4
  it('counts as a second factor only where the organisation says so', async () => {
    const staff = await member(`kim@${domain}`);
    await database.query('insert into sign_in_rule (organisation_id, second_factor_required) values ($1, true)', [county.clinic]);
    await database.query('update session set is_strong = true where staff_id = $1', [administrator.id]);
    await configure({ isStrong: false });
    const found = await signIn({ sub: 'kim', email: `kim@${domain}`, email_verified: true });
    expect((await server.as({ ...staff, token: found.token! }).get(readSession)).isLimited).toBe(true);
    await configure({});
    await database.query('delete from sign_in_rule');
  });

  // @req ASVS 5.0.0-1.3.6, 5.0.0-13.2.4, 5.0.0-13.2.5
  it('only account services that the operator allows are spoken to, and only by their own administrator', async () => {
    const refused = await configure({ issuer: 'http://169.254.169.254/latest' });
    expect([refused.status, refused.problem.code]).toEqual([422, 'issuer-not-allowed']);
    const body = { issuer, clientId, mailDomains: [domain], roleClaim: null, roleMapping: {}, isStrong: true, isEnabled: true };
    expect((await server.as(county.intake).call(changeIdentityProvider, { version: 0, body })).status).toBe(403);
    expect((await server.as(administrator).call(changeIdentityProvider, { version: version - 1, body })).problem.code).toBe(
      'version-stale',
    );
    const elsewhere = { organisationId: county.otherClinic };
    expect((await server.as(undefined).call(startSingleSignOn, { body: elsewhere })).status).toBe(404);
  });

  // @req ASVS 5.0.0-3.7.2
  it('leads nowhere but to a page of ours', async () => {
    for (const target of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const { status } = await server.as(undefined).call(startSingleSignOn, { body: { organisationId: county.clinic, target } });
      expect(status).toBe(422);
    }
  });
});
