import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { runMigrations } from '../../../apps/migrate/src/run-migrations';
import { freePort } from '../../start/embedded-database';
import type { Given } from '../against-floor';
import { fillCounty, type County } from '../county';
import { compare, percentile, type Line } from '../figure';
import { startServer, type Running } from '../processes';

const built = resolve(import.meta.dirname, '..');
const few = 10_000;
const pageSize = 20;
/** Page 1,000 of 20 rows, walked to in larger steps. */
const [stride, strides] = [100, 200];
const measurements = 60;

const sorts = ['due', '-due', 'sent', '-sent', 'urgency', '-urgency', 'person', '-person'] as const;
const boxes = ['inbox', 'sent'] as const;

interface Side {
  api: Running;
  county: County;
}

type Page = { items: unknown[]; nextCursor: string | null };

async function page({ api, county }: Side, box: (typeof boxes)[number], query: string): Promise<Page> {
  const token = (box === 'inbox' ? county.intakes : county.gps)[0]!;
  const answer = await fetch(`${api.url}/api/referrals?box=${box}&${query}`, { headers: { cookie: `lotse_session=${token}` } });
  if (!answer.ok) throw new Error(`A page of ${query} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Page;
}

async function cursorFar(side: Side, box: (typeof boxes)[number], sort: string): Promise<string> {
  let cursor = '';
  for (let step = 0; step < strides; step++) {
    const { nextCursor } = await page(side, box, `sort=${sort}&limit=${stride}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    if (!nextCursor) throw new Error(`The list of ${box} ends before page 1,000.`);
    cursor = nextCursor;
  }
  return cursor;
}

async function timeOf(side: Side, box: (typeof boxes)[number], query: string): Promise<number> {
  const began = performance.now();
  await page(side, box, query);
  return performance.now() - began;
}

/** P6: every list of referrals in every order: first page and page 1,000 of many, against the first page of few; measured in turns. */
export async function measureLists(given: Given, ownerUrl: string): Promise<Line[]> {
  const { options, say } = given;
  say(`P6 filling counties with ${few} and ${options.large} referrals a side`);
  const [small, large] = [await side(given, ownerUrl, 'lotse_few', few), await side(given, ownerUrl, 'lotse_many', options.large)];
  const lines: Line[] = [];
  try {
    for (const box of boxes) for (const sort of sorts) lines.push(...(await measureOne(given, small, large, box, sort)));
  } finally {
    await Promise.all([small.api.stop(), large.api.stop()]);
  }
  return lines;
}

async function measureOne({ options, say }: Given, small: Side, large: Side, box: (typeof boxes)[number], sort: string): Promise<Line[]> {
  say(`P6 ${box}, ${sort}`);
  const first = `sort=${sort}&limit=${pageSize}`;
  const far = `${first}&cursor=${encodeURIComponent(await cursorFar(large, box, sort))}`;
  const contenders = { few: () => timeOf(small, box, first), many: () => timeOf(large, box, first), far: () => timeOf(large, box, far) };
  const rounds: Record<keyof typeof contenders, number[]> = { few: [], many: [], far: [] };
  for (let round = -1; round < options.rounds; round++) {
    const times: typeof rounds = { few: [], many: [], far: [] };
    for (let count = 0; count < measurements; count++) {
      for (const name of ['few', 'many', 'far'] as const) times[name].push(await contenders[name]());
    }
    // The first round warms.
    if (round >= 0) for (const name of ['few', 'many', 'far'] as const) rounds[name].push(percentile(times[name], 0.95));
  }
  const goal = { is: 'at-most', target: 1.3 } as const;
  const note = `p95 of ${measurements} pages of ${pageSize} over HTTP, ${options.large} referrals against ${few}.`;
  const lineOf = (name: string, ours: number[]): Line => compare({ figure: 'P6', name, unit: 'ms', ours, floor: rounds.few, goal, note });
  return [lineOf(`${box}, ${sort}, first page`, rounds.many), lineOf(`${box}, ${sort}, page 1,000`, rounds.far)];
}

async function side({ databaseUrl }: Given, ownerUrl: string, name: string, referrals: number): Promise<Side> {
  const [owner, application, admin] = [new URL(ownerUrl), new URL(databaseUrl), new URL(ownerUrl)];
  [owner.pathname, application.pathname, admin.pathname] = [`/${name}`, `/${name}`, '/postgres'];
  const client = new Client({ connectionString: admin.toString() });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  await runMigrations(owner.toString());
  const county = await fillCounty(owner.toString(), referrals);
  const env = { DATABASE_URL: application.toString(), DATABASE_CONNECTIONS: '4', LOG_LEVEL: 'warn', RATE_LIMITS: '0' };
  return { county, api: await startServer({ name, script: join(built, 'api/main.mjs'), port: await freePort(), env }) };
}
