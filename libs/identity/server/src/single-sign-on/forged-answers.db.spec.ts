import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { changeIdentityProvider, startSingleSignOn } from '@lotse/identity/model';
import { addStaff, startTestServer, testCounty, testDatabase } from '@lotse/server-kit/testing';
import type { TestCounty, TestServer } from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';

const [clientId, domain] = ['lotse', 'klinik.example'];
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [own, foreign] = [pair(), pair()];
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An ID token with any head, any claims and any key; without a key it is not signed. */
function idToken(head: object, claims: object, key?: KeyObject): string {
  const body = `${encoded(head)}.${encoded(claims)}`;
  return `${body}.${key ? sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url') : ''}`;
}

interface Forged {
  head?: object;
  claims?: object;
  key?: KeyObject | null;
}

describe('what an account service says', () => {
  let county: TestCounty;
  let server: TestServer;
  let service: Server;
  let issuer: string;
  let told: (nonce: string) => string;
  let nonce = '';

  beforeAll(async () => {
    service = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      const path = request.url!.split('?')[0];
      if (path === '/keys')
        return response.end(JSON.stringify({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'ES256' }] }));
      if (path === '/token') return response.end(JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: told(nonce) }));
      const addresses = { authorization_endpoint: `${issuer}/ask`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` };
      response.end(JSON.stringify({ issuer, ...addresses, id_token_signing_alg_values_supported: ['ES256'] }));
    });
    await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
    issuer = `http://localhost:${(service.address() as AddressInfo).port}`;
    const database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule], { SINGLE_SIGN_ON_ISSUERS: issuer });
    const administrator = await addStaff(database, county.clinic, ['org_admin']);
    const usual = { issuer, clientId, mailDomains: [domain], roleClaim: null, roleMapping: {}, isStrong: true, isEnabled: true };
    await server.as(administrator).get(changeIdentityProvider, { version: 0, body: usual });
    const staff = await addStaff(database, county.clinic, ['clinician']);
    await database.query('update staff set email = $2 where id = $1', [staff.id, `ida@${domain}`]);
  });
  afterAll(async () => {
    await server.stop();
    service.close();
  });

  /** Goes there and comes back with a token that differs from the right one in what is given. */
  async function comesBackWith({ head, claims, key = own.privateKey }: Forged): Promise<string> {
    const begun = await server.as(undefined).call(startSingleSignOn, { body: { organisationId: county.clinic } });
    const asked = new URL(begun.answer.address).searchParams;
    nonce = asked.get('nonce')!;
    const seconds = Math.floor(Date.now() / 1000);
    const right = { iss: issuer, aud: clientId, sub: 'ida', email: `ida@${domain}`, email_verified: true, iat: seconds, exp: seconds + 60 };
    told = (given) => idToken({ alg: 'ES256', kid: '1', ...head }, { ...right, nonce: given, ...claims }, key ?? undefined);
    const cookie = String(begun.headers['set-cookie']).split(';')[0]!;
    const url = `/api/session/single-sign-on/callback?code=c&state=${asked.get('state')}`;
    return String((await server.app.inject({ url, headers: { cookie } })).headers.location);
  }

  it('opens a session when it is right', async () => expect(await comesBackWith({})).toBe('/start'));
  it('may say what it is', async () => expect(await comesBackWith({ head: { typ: 'JWT' } })).toBe('/start'));

  // @req ASVS 5.0.0-6.8.2, 5.0.0-9.1.1, 5.0.0-9.1.2, 5.0.0-9.1.3, 5.0.0-9.2.1, 5.0.0-9.2.2, 5.0.0-9.2.3, 5.0.0-9.2.4, 5.0.0-10.2.2, 5.0.0-10.5.1, 5.0.0-10.5.3, 5.0.0-10.5.4
  it.each<[string, Forged]>([
    ['signed by somebody else', { key: foreign.privateKey }],
    ['not signed', { key: null }],
    ['said to need no signature', { head: { alg: 'none' }, key: null }],
    ['signed in a way that was not agreed', { head: { alg: 'HS256' } }],
    ['bringing its own key', { head: { kid: undefined, jwk: foreign.publicKey.export({ format: 'jwk' }) }, key: foreign.privateKey }],
    ['for another client', { claims: { aud: 'somebody-else' } }],
    ['for another client as well, made for that one', { claims: { aud: [clientId, 'somebody-else'], azp: 'somebody-else' } }],
    ['of another service', { claims: { iss: 'https://elsewhere.example' } }],
    ['an answer to another question', { claims: { nonce: 'x'.repeat(43) } }],
    ['made to open data, not to say who somebody is', { head: { typ: 'at+jwt' } }],
    ['a word that somebody has signed out', { head: { typ: 'logout+jwt' } }],
    ['the same without saying so', { claims: { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } } }],
    ['over', { claims: { exp: Math.floor(Date.now() / 1000) - 600 } }],
  ])('is refused when it is %s', async (_, forged) => expect(await comesBackWith(forged)).toBe('/anmelden?hinweis=single-sign-on-failed'));
});
