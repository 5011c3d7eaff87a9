import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { hashPassword } from '@lotse/identity/server';
import { Client } from 'pg';
import { freePort } from '../../start/embedded-database';
import type { Given } from '../against-floor';
import { compare, spreadOf, type Line } from '../figure';
import { startServer } from '../processes';

const built = resolve(import.meta.dirname, '..');
/** Few enough that nobody is held back, which would answer faster: a hundred from one place cost nothing. */
const attemptsEach = 2;
/** A gap of more than that could be told over a network. */
const largestGap = 5;

const withPasswords = `
  update staff set password_hash = $1 where id in (select staff_id from session) returning email`;

/** S5: whether the time of a refusal tells that an address has an account. Known and unknown ones take turns. */
export async function measureSignIn({ databaseUrl, say }: Given, ownerUrl: string): Promise<Line[]> {
  say('S5 refused sign-in, address known and unknown');
  const known = await addresses(ownerUrl);
  const env = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: '12', LOG_LEVEL: 'warn', RATE_LIMITS: '0' };
  const api = await startServer({ name: 'Lotse', script: join(built, 'api/main.mjs'), port: await freePort(), env });
  try {
    await timeOf(api.url, `${randomUUID()}@example.org`);
    const [ofKnown, ofUnknown]: [number[], number[]] = [[], []];
    for (let attempt = 0; attempt < attemptsEach; attempt++) {
      for (const [index, email] of known.entries()) {
        const turns = [
          () => timeOf(api.url, email).then((time) => ofKnown.push(time)),
          () => unknownTime(api.url).then((time) => ofUnknown.push(time)),
        ];
        for (const turn of index % 2 === 0 ? turns : turns.reverse()) await turn();
      }
    }
    const gap = Math.abs(spreadOf(ofKnown).median - spreadOf(ofUnknown).median);
    const name = `refused sign-in: gap of the medians of ${ofKnown.length} each, known and unknown address`;
    return [
      compare({ figure: 'S5', name: 'refused sign-in, address known / unknown', unit: 'ms', ours: ofKnown, floor: ofUnknown }),
      compare({ figure: 'S5', name, unit: 'ms', ours: [gap], floor: [largestGap], goal: { is: 'at-most', target: 1 } }),
    ];
  } finally {
    await api.stop();
  }
}

const unknownTime = (url: string): Promise<number> => timeOf(url, `${randomUUID()}@example.org`);

async function withOwner<Result>(ownerUrl: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const addresses = (ownerUrl: string): Promise<string[]> =>
  withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ email: string }>(withPasswords, [await hashPassword('the right one')]);
    return rows.map(({ email }) => email);
  });

async function timeOf(url: string, email: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'not the right one' }),
  });
  await answer.arrayBuffer();
  if (answer.status !== 401) throw new Error(`A wrong password answers ${answer.status}, so the times say nothing.`);
  return performance.now() - began;
}
