import { changeIdentityProvider, changeSignInRules, readIdentityProvider, readSignInRules, readStaff } from '@lotse/identity/model';
import {
  addStaff,
  startTestServer,
  testCounty,
  testDatabase,
  type Caller,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';

const issuer = 'https://konten.example.org';

describe('how the staff of an organisation sign in', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let admin: Caller;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule], { SINGLE_SIGN_ON_ISSUERS: issuer });
    admin = server.as(await addStaff(database, county.clinic, ['org_admin']));
  });
  afterAll(() => server.stop());

  const asked = { secondFactorRequired: false, idleMinutes: 30, sessionMinutes: 600 };
  const provider = {
    issuer,
    clientId: 'lotse',
    mailDomains: ['klinik.example.org'],
    roleClaim: 'groups',
    roleMapping: { aufnahme: ['intake' as const] },
    isStrong: false,
    isEnabled: true,
  };

  it('is as usual until somebody decides; then by whoever saw how it stood last', async () => {
    expect(await admin.get(readSignInRules)).toEqual({
      secondFactorRequired: false,
      secondFactorOfEverybody: false,
      idleMinutes: 60,
      sessionMinutes: 720,
      version: 0,
    });
    const { version } = await admin.get(changeSignInRules, { version: 0, body: asked });
    expect(await admin.get(readSignInRules)).toEqual({ ...asked, secondFactorOfEverybody: false, version });
    expect((await admin.call(changeSignInRules, { version: 0, body: asked })).problem.code).toBe('version-stale');
    await admin.get(changeSignInRules, { version, body: { ...asked, idleMinutes: 15 } });
    expect((await admin.get(readSignInRules)).idleMinutes).toBe(15);
  });

  it('holds at once for sessions that were begun before', async () => {
    const somebody = server.as(await addStaff(database, county.clinic, ['org_admin']));
    expect((await somebody.call(readStaff)).status).toBe(200);
    const { version } = await admin.get(readSignInRules);
    await admin.get(changeSignInRules, { version, body: { ...asked, secondFactorRequired: true } });
    expect((await somebody.call(readStaff)).status).toBe(403);
    await database.query('update sign_in_rule set second_factor_required = false where organisation_id = $1', [county.clinic]);
    expect((await somebody.call(readStaff)).status).toBe(200);
  });

  it.each([
    ['idleMinutes', 4],
    ['idleMinutes', 241],
    ['sessionMinutes', 29],
    ['sessionMinutes', 1441],
  ])('refuses %s of %d', async (field, value) => {
    const { version } = await admin.get(readSignInRules);
    const { status, problem } = await admin.call(changeSignInRules, { version, body: { ...asked, [field]: value } });
    expect([status, problem.fields?.[0]?.field]).toEqual([422, field]);
  });

  it('an account service is one that the operator allows, and its secret is never said', async () => {
    expect(await admin.get(readIdentityProvider)).toMatchObject({ provider: null, version: 0, hasSecret: false, issuersAllowed: [issuer] });
    const foreign = { ...provider, issuer: 'https://anderswo.example.org' };
    expect((await admin.call(changeIdentityProvider, { version: 0, body: foreign })).problem).toMatchObject({
      code: 'issuer-not-allowed',
      fields: [{ field: 'issuer' }],
    });
    const { version } = await admin.get(changeIdentityProvider, { version: 0, body: provider });
    expect((await admin.get(readIdentityProvider)).provider).toEqual(provider);
    expect((await admin.call(changeIdentityProvider, { version: 0, body: provider })).problem.code).toBe('version-stale');
    await admin.get(changeIdentityProvider, { version, body: { ...provider, isEnabled: false } });
    expect((await admin.get(readIdentityProvider)).provider?.isEnabled).toBe(false);
  });

  it('nobody decides it for another organisation, and only administrators decide', async () => {
    const stranger = server.as(county.administrator);
    expect((await stranger.get(readSignInRules)).version).toBe(0);
    expect((await stranger.get(readIdentityProvider)).provider).toBeNull();
    for (const contract of [readSignInRules, readIdentityProvider] as const) {
      expect((await server.as(county.intake).call(contract)).status).toBe(403);
    }
  });
});
