import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readSettings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { testDatabase, type TestDatabase } from '@lotse/server-kit/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from './create-api';

/** The headers nginx adds to files, as the table that it includes says. */
function headersOfNginx(): Record<string, string> {
  const text = readFileSync(resolve(import.meta.dirname, '../../../docker/security-headers.nginx.conf'), 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^add_header (\S+) "?([^"\n]+?)"? always;$/gm)].map(([, name, value]) => [name!.toLowerCase(), value!]),
  );
}

describe('the edge', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let directory: string;
  const token = 'x'.repeat(43);
  let at: Promise<number> | undefined;
  /** The port of the server, which listens from the first time on that somebody asks. */
  const listening = () => (at ??= app.listen(0, '127.0.0.1').then(() => (app.getHttpServer().address() as AddressInfo).port));

  beforeAll(async () => {
    database = await testDatabase();
    directory = mkdtempSync(join(tmpdir(), 'lotse-edge-'));
    writeFileSync(join(directory, 'index.html'), '<lotse-app ngCspNonce="lotse-nonce"></lotse-app>');
    writeFileSync(join(directory, 'theme.js'), '');
    const settings = { NODE_ENV: 'test', DATABASE_URL: database.url, PUBLIC_URL: 'https://lotse.example.org', CLIENT_DIRECTORY: directory };
    app = await createApi(readSettings(settings), makeLog('test', 'silent'));
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(directory, { recursive: true });
  });

  const answers = async () => ({
    200: await app.inject('/health/live'),
    'a page': await app.inject('/start'),
    'a file': await app.inject('/theme.js'),
    'a missing file': await app.inject('/missing-12345678.js'),
    400: await app.inject({ method: 'POST', url: '/api/session', payload: '{', headers: { 'content-type': 'application/json' } }),
    401: await app.inject('/api/referrals'),
    403: await app.inject({ method: 'POST', url: '/api/people', headers: { origin: 'https://elsewhere.example' } }),
    404: await app.inject('/api/nothing'),
    'an address that cannot be read': await app.inject('/%E0%A4%A'),
    405: await app.inject({ method: 'PUT', url: '/api/people' }),
    413: await app.inject({ method: 'POST', url: '/api/session', payload: { email: 'x'.repeat(300_000) } }),
    415: await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: 'a=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    422: await app.inject({ method: 'POST', url: '/api/session', payload: {} }),
  });

  // @req ASVS 5.0.0-3.4.1, 5.0.0-3.4.3, 5.0.0-3.4.6, 5.0.0-3.4.4, 5.0.0-3.4.5, 5.0.0-3.4.8, 5.0.0-3.5.8, 5.0.0-14.2.3, 5.0.0-3.7.1
  it('every answer has the headers of the edge, and nginx gives the same ones to files [ASVS 5.0.0-3.4]', async () => {
    const { 'content-security-policy': policyOfNginx, ...others } = headersOfNginx();
    for (const [what, { headers }] of Object.entries(await answers())) {
      expect({ what, ...headers }).toMatchObject({ what, ...others });
      expect([what, headers['content-security-policy']]).toEqual([what, expect.stringContaining("default-src 'none'")]);
      expect([what, headers['content-security-policy']]).toEqual([what, expect.stringContaining("base-uri 'none'")]);
      expect([what, headers['content-security-policy']]).toEqual([what, expect.not.stringContaining('unsafe')]);
      expect(headers['x-powered-by']).toBeUndefined();
    }
    const page = await app.inject('/start');
    const mark = /'nonce-([\w-]{22})'/.exec(String(page.headers['content-security-policy']))![1]!;
    expect(String(page.headers['content-security-policy']).replace(mark, '$request_id')).toBe(policyOfNginx);
  });

  it('a page carries the mark of its own answer, and no copy of it is kept', async () => {
    const [one, two] = [await app.inject('/'), await app.inject('/eingang?x=1')];
    const markOf = ({ body, headers }: typeof one) => {
      const [, mark] = /ngCspNonce="([^"]+)"/.exec(body)!;
      expect(headers['content-security-policy']).toContain(`'nonce-${mark}'`);
      expect(headers.etag).toBeUndefined();
      return mark;
    };
    expect(markOf(one)).not.toBe(markOf(two));
    expect((await app.inject('/index.html')).body).not.toContain('lotse-nonce');
  });

  // @req ASVS 5.0.0-14.3.2, 5.0.0-14.2.2
  it('whatever leads to a person is kept by nobody on the way', async () => {
    expect((await app.inject('/api/people')).headers['cache-control']).toBe('no-store');
  });

  // @req ASVS 5.0.0-3.5.2, 5.0.0-4.1.1
  it('every failure is a problem, whoever found it', async () => {
    const found = await answers();
    for (const what of ['400', '401', '403', '404', '405', '413', '415', '422'] as const) {
      const { statusCode, headers } = found[what as unknown as keyof typeof found];
      expect([what, statusCode]).toEqual([what, what === '405' ? 404 : Number(what)]);
      expect(headers['content-type']).toContain('application/problem+json');
    }
  });

  it('over https a session is only what came with a cookie that no neighbour can plant', async () => {
    const with_ = (cookie: string) => app.inject({ url: '/api/session', headers: { cookie } });
    expect((await with_(`lotse_session=${token}`)).statusCode).toBe(401);
    expect((await with_(`lotse_session=${token}; __Host-lotse_session=${token}`)).statusCode).toBe(401);
  });

  // @req ASVS 5.0.0-3.4.2
  it('no other site may read an answer, whatever it says of itself', async () => {
    for (const origin of ['https://elsewhere.example', 'null', 'https://lotse.example.org']) {
      const { headers } = await app.inject({ url: '/api/session', headers: { origin } });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  // @req ASVS 5.0.0-13.4.1, 5.0.0-13.4.3, 5.0.0-13.4.4
  it('shows no list of files, nothing of the tree it was built from, and traces nobody', async () => {
    const page = (await app.inject('/start')).body.replace(/ngCspNonce="[^"]+"/, '');
    for (const url of ['/.git/config', '/fonts/', '/..%2f..%2fpackage'])
      expect([url, (await app.inject(url)).body.replace(/ngCspNonce="[^"]+"/, '')]).toEqual([url, page]);
    expect((await app.inject('/package.json')).statusCode).toBe(404);
    expect((await app.inject({ method: 'TRACE' as 'GET', url: '/api/session' })).statusCode).toBeGreaterThanOrEqual(400);
  });

  // @req ASVS 5.0.0-4.2.1
  it('a request that says two lengths of itself is no request', async () => {
    const port = await listening();
    const heads = [
      'Content-Length: 4\r\nTransfer-Encoding: chunked',
      'Content-Length: 4\r\nContent-Length: 5',
      'Transfer-Encoding: xchunked',
    ];
    for (const head of heads) {
      const socket = connect(port, '127.0.0.1');
      socket.end(
        `POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${head}\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: a\r\n\r\n`,
      );
      const answer = (await socket.toArray()).join('');
      expect([head, answer.slice(0, 12), answer.match(/HTTP\/1\.1/g)?.length]).toEqual([head, 'HTTP/1.1 400', 1]);
    }
  });

  // @req ASVS 5.0.0-1.2.3
  it('what was typed comes back as a text within JSON, never as anything else', async () => {
    const payload = { ['</script>"\u2028']: '<img src=x>' };
    const { headers, body } = await app.inject({ method: 'POST', url: '/api/session', payload });
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({ code: 'invalid-input' });
  });

  // @req ASVS 5.0.0-14.2.1, 5.0.0-15.3.7
  it('what is asked for in a header counts as in the address, and what is said twice is refused', async () => {
    const ask = (url: string, query: string) => app.inject({ url, headers: { 'lotse-query': query } });
    const [known, unknown] = [
      await ask('/api/session/single-sign-on', 'domain=a.example'),
      await ask('/api/session/single-sign-on', 'x=1'),
    ];
    expect([known.statusCode, unknown.statusCode]).toEqual([200, 422]);
    expect((await ask('/api/session/single-sign-on?domain=a.example', 'domain=b.example')).statusCode).toBe(400);
  });

  // @req ASVS 5.0.0-15.3.6, 5.0.0-1.5.2
  it('nested, poisoned or endless bodies are refused before anybody walks through them [S13]', async () => {
    const send = (payload: string) =>
      app.inject({ method: 'POST', url: '/api/session', payload, headers: { 'content-type': 'application/json' } });
    expect((await send(`${'['.repeat(6_000)}${']'.repeat(6_000)}`)).statusCode).toBe(422);
    expect((await send(`{"email":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`)).statusCode).toBe(422);
    expect((await send('{"__proto__":{"admin":true},"email":"a@b.example"}')).statusCode).toBe(400);
    expect((await send('{"constructor":{"prototype":{"admin":true}}}')).statusCode).toBe(400);
  });

  // @req ASVS 5.0.0-6.3.2, 5.0.0-15.2.3
  it('an installation does not start on the invented region, whose password everybody knows', async () => {
    const demo = await testDatabase();
    const region = '018f0000-0000-7000-8000-000000000001';
    await demo.query(`insert into region (id, key, name, settings, is_demo) values ($1, '08336', 'Kreis', '{}', true)`, [region]);
    await demo.query(`insert into organisation (id, region_id, name, kind, legal_regime) values ($1, $1, 'Praxis', 'practice', 'gdpr')`, [
      region,
    ]);
    await demo.query(
      `insert into staff (id, organisation_id, email, display_name, roles, is_invented) values ($1, $1, 'gp@demo.example', 'Dr. Erfunden', '{referrer}', true)`,
      [region],
    );
    const settings = readSettings({ DATABASE_URL: demo.url });
    const installed = { ...settings, NODE_ENV: 'production' as const };
    await expect(createApi(installed, makeLog('test', 'silent'))).rejects.toThrow('invented demo region');
    await demo.drop();
  });

  it('hundreds who hold a line keep nobody else waiting [S13]', async () => {
    const port = await listening();
    const slow = await Promise.all(
      Array.from({ length: 500 }, async () => {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        await once(socket, 'connect');
        socket.write('POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\nContent-Type: application/json\r\n\r\n{"email":');
        return socket;
      }),
    );
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`http://127.0.0.1:${port}/health/ready`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const socket of slow) socket.destroy();
  });

  it('nobody holds a line by speaking slowly [S13]', () => {
    const server = app.getHttpServer() as unknown as Server;
    expect([server.headersTimeout, server.requestTimeout, server.maxHeadersCount === 0]).toEqual([10_000, 30_000, false]);
  });
});
