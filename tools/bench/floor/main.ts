// The floor: node:http and pg, doing for each request what Lotse does in the database and nothing else. No router, no validation, no
// cutting of answers, no log. How fast this is on a machine is how fast Lotse could be on it at best.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import type { Statement } from '../recorded-statements';
import { createReferral } from './create-referral';
import { look, lookWithoutTrace } from './look';
import type { Kind } from './plan';

const { env } = process;
const recorded = JSON.parse(readFileSync(env['BENCH_STATEMENTS']!, 'utf8')) as Record<Kind, Statement[]>;
const pool = new pg.Pool({
  connectionString: env['DATABASE_URL'],
  max: Number(env['DATABASE_CONNECTIONS']),
  pipeline: true,
} as pg.PoolConfig);

const pageOf = (url: string): Kind => (url.includes('sort=urgency') ? 'pageUrgency' : 'pageDefault');
const lastPart = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

function answer(request: IncomingMessage): Promise<unknown> | undefined {
  const url = request.url!;
  if (request.method === 'POST') return createReferral(pool, recorded.create, request);
  if (url.startsWith('/api/referrals?')) return look(pool, recorded[pageOf(url)], request);
  if (url.startsWith('/api/referrals/')) return look(pool, recorded.read, request, lastPart(url));
  if (url.startsWith('/without-trace/referrals/')) return lookWithoutTrace(pool, recorded.read, request, lastPart(url));
  return undefined;
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = JSON.stringify((await answer(request)) ?? { status: 'live' });
    response.writeHead(request.method === 'POST' ? 201 : 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
}

const server = createServer((request, response) => void serve(request, response));
server.listen(Number(env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
