import { verbWords } from '@lotse/chronicle/model';
import { grants } from '@lotse/identity/model';
import { referralLifecycle } from '@lotse/referral/model';
import { readSettings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { testDatabase, type TestDatabase } from '@lotse/server-kit/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { contractsOf } from './contracts-of';
import { createApi } from './create-api';

describe('the API as a whole', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    database = await testDatabase();
    app = await createApi(readSettings({ NODE_ENV: 'test', DATABASE_URL: database.url }), makeLog('test', 'silent'));
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const contracts = () => contractsOf(app);

  it('every contract names a permission that the table of roles knows', () => {
    const unknown = contracts().filter(({ may }) => may !== 'anyone' && may !== 'signed-in' && !grants[may]);
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  it('every permission of the table is asked for by a contract', () => {
    const asked = new Set(contracts().map(({ may }) => may as string));
    expect(Object.keys(grants).filter((permission) => !asked.has(permission))).toEqual([]);
  });

  it('every look that the chronicle keeps, and every act of a referral, has words', () => {
    const looks = contracts()
      .filter(({ method, touches }) => method === 'GET' && touches)
      .map(({ path }) => path);
    const acts = referralLifecycle.acts.map((act) => `referral.${act}`);
    expect([...new Set([...looks, ...acts])].filter((verb) => !(verb in verbWords))).toEqual([]);
  });

  it('no route is served twice', () => {
    const routes = contracts()
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => route !== 'GET health');
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
  });

  // @req ASVS 5.0.0-8.3.1
  it('without a session everything but what anyone may is closed', async () => {
    for (const contract of contracts().filter(({ may }) => may !== 'anyone')) {
      const url = `/api/${contract.path.replaceAll(':id', '018f0000-0000-7000-8000-000000000000')}`;
      const { statusCode, headers } = await app.inject({
        method: contract.method,
        url,
        payload: contract.method === 'GET' ? undefined : {},
        headers: { 'if-match': '"1"' },
      });
      expect([contract.path, statusCode]).toEqual([contract.path, 401]);
      expect(headers['content-type']).toContain('application/problem+json');
    }
  });

  // @req ASVS 5.0.0-6.3.4, 5.0.0-13.4.5
  it('nobody comes in but by the ways that are written down, and what is open to anyone is known', () => {
    const open = contracts().filter(({ may }) => may === 'anyone');
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toMatchInlineSnapshot(`
      [
        "GET demo-logins",
        "GET health",
        "GET health",
        "GET openapi.json",
        "GET public/calendar/:secret",
        "GET public/services",
        "GET session/single-sign-on",
        "GET session/single-sign-on/callback",
        "POST invitation-links/accept",
        "POST invitation-links/look",
        "POST new-access",
        "POST new-access/look",
        "POST new-access/use",
        "POST receiver-links/act",
        "POST receiver-links/look",
        "POST receiver-links/open",
        "POST receiver-links/print",
        "POST session",
        "POST session/passkey",
        "POST session/passkey/options",
        "POST session/single-sign-on",
      ]
    `);
  });

  // @req ASVS 5.0.0-3.5.3
  it('reading changes nothing: what does something is no GET', () => {
    for (const { method, path, body, versioned } of contracts().filter((one) => one.method === 'GET'))
      expect([path, method, body, versioned]).toEqual([path, 'GET', undefined, undefined]);
  });

  it('describes every contract in its OpenAPI document', async () => {
    const document = (await app.inject('/api/openapi.json')).json() as {
      paths: Record<string, Record<string, { 'x-permission': string }>>;
    };
    for (const { method, path, may } of contracts().filter(({ path }) => path !== 'health')) {
      const described = document.paths[`${path.startsWith('public/') ? '/' : '/api/'}${path.replace(/:(\w+)/g, '{$1}')}`];
      expect(described?.[method.toLowerCase()]?.['x-permission']).toBe(may);
    }
  });

  it('refuses writes that another site makes a browser send', async () => {
    const attempt = (headers: Record<string, string>) => app.inject({ method: 'POST', url: '/api/session', payload: {}, headers });
    expect((await attempt({ origin: 'https://elsewhere.example' })).statusCode).toBe(403);
    expect((await attempt({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await attempt({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(422);
  });

  it('answers what cannot be read with a problem, never with a stack', async () => {
    const broken = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: '{bad',
      headers: { 'content-type': 'application/json' },
    });
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'bad-request']);
    const large = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: JSON.stringify({ email: 'x'.repeat(2_000_000) }),
      headers: { 'content-type': 'application/json' },
    });
    expect([large.statusCode, large.json().code]).toEqual([413, 'too-large']);
    const missing = await app.inject('/api/nothing-here');
    expect([missing.statusCode, missing.json().code]).toEqual([404, 'not-found']);
  });

  it('is live and ready', async () => {
    expect((await app.inject('/health/live')).json()).toEqual({ status: 'live' });
    expect((await app.inject('/health/ready')).json()).toMatchObject({ status: 'ready', database: 'up' });
  });
});
