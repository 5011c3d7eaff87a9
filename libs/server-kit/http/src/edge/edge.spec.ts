import { readSettings } from '@lotse/server-kit/settings';
import type { Logger } from '@lotse/server-kit/telemetry';
import { fastify } from 'fastify';
import { serverOptions, standAtTheEdge } from './edge';

const settings = (environment = {}) => readSettings({ NODE_ENV: 'test', DATABASE_URL: 'postgres://x/y', ...environment });

describe('a write that another site makes a browser send', () => {
  // @req ASVS 5.0.0-16.3.3
  it('is refused, and written down by its route', async () => {
    const logged: unknown[] = [];
    const server = fastify();
    standAtTheEdge(server, settings(), { warn: (...given: unknown[]) => logged.push(given) } as unknown as Logger);
    server.post('/api/people/:id', () => 'done');
    const send = (origin: string) =>
      server.inject({ method: 'POST', url: '/api/people/7?text=Ida', headers: { host: 'lotse.example', origin }, payload: {} });
    expect([(await send('https://lotse.example')).statusCode, logged]).toEqual([200, []]);
    expect((await send('https://elsewhere.example')).statusCode).toBe(403);
    expect(logged).toEqual([[{ request: expect.any(String), method: 'POST', route: '/api/people/:id' }, 'refused to another site']]);
  });
});

describe('who says where a caller is', () => {
  const trusts = (hops: string, hop: number) => serverOptions(settings({ PROXY_HOPS: hops })).trustProxy('192.0.2.1', hop);

  // @req ASVS 5.0.0-15.3.4
  it('is as many proxies as the installation has, and nobody before them', () => {
    expect([trusts('0', 0), trusts('1', 0), trusts('1', 1), trusts('2', 1)]).toEqual([false, true, false, true]);
  });
});
