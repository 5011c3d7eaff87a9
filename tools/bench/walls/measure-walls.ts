import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../start/embedded-database';
import type { Given } from '../against-floor';
import { compare, interleave, type Line } from '../figure';
import { load, type Load } from '../load';
import { startServer, type Running } from '../processes';
import { createOne, readOne, readPage } from '../requests';
import { sealedUntil, sealLag } from './seal-lag';
import { startWorker, type RunningWorker } from './start-worker';

const built = resolve(import.meta.dirname, '..');
const connections = 10;
const warmAfter = 2_000;
/** So long a line of the chronicle may stand unsealed. */
const longestLag = 5;

const note =
  'off: the same programs on a copy of the database whose tables have no row security, which drops the lines of the chronicle, whose worker ' +
  'seals nothing, and where calls are not counted. On in both: session, roles, checks of what comes in, and the cutting of what goes out. ' +
  'No field is encrypted, so there is nothing to switch off.';

const offWithoutPath = (databaseUrl: string): string => {
  const url = new URL(databaseUrl);
  url.pathname = '/lotse_without_walls';
  return url.toString();
};

/** A copy without the second wall and without a chronicle. Nobody may be connected to the original while it is made. */
async function copyWithoutWalls(ownerUrl: string): Promise<void> {
  const original = new URL(ownerUrl).pathname.slice(1);
  const admin = new URL(ownerUrl);
  admin.pathname = '/postgres';
  await withClient(admin.toString(), (client) => client.query(`create database lotse_without_walls template ${original}`));
  await withClient(offWithoutPath(ownerUrl), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relrowsecurity and relkind in ('r', 'p')`,
    );
    for (const { name } of rows) await client.query(`alter table ${name} disable row level security`);
    await client.query('create rule nothing_is_recorded as on insert to chronicle_entry do instead nothing');
    await client.query('vacuum analyze');
  });
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

interface Side {
  api: Running;
  worker: RunningWorker;
}

async function startSide({ directory }: Given, name: string, databaseUrl: string, env: NodeJS.ProcessEnv, forWorker = {}): Promise<Side> {
  const given = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: '12', LOG_LEVEL: 'warn', ...env };
  const api = await startServer({ name, script: join(built, 'api/main.mjs'), port: await freePort(), env: given });
  const worker = startWorker(join(built, 'worker/main.mjs'), { ...given, ...forWorker, TMPDIR: directory });
  return { api, worker };
}

/** P9: what all walls together cost, and how long a line of the chronicle waits for its seal meanwhile. */
export async function measureWalls(given: Given, ownerUrl: string): Promise<Line[]> {
  const { databaseUrl, directory, say } = given;
  say('P9 copying the county without walls');
  await copyWithoutWalls(ownerUrl);
  const sealing = { CHRONICLE_KEY_FILE: join(directory, 'seal.pem'), CHRONICLE_WITNESS_FILE: join(directory, 'witness') };
  const on = await startSide(given, 'Lotse with walls', databaseUrl, { RATE_LIMITS: '1000' }, sealing);
  const off = await startSide(given, 'Lotse without walls', offWithoutPath(databaseUrl), { RATE_LIMITS: '0' });
  try {
    return await measureBoth(given, ownerUrl, on, off);
  } finally {
    await Promise.all([on.api.stop(), on.worker.stop(), off.api.stop(), off.worker.stop()]);
  }
}

async function measureBoth({ county, options, say }: Given, ownerUrl: string, on: Side, off: Side): Promise<Line[]> {
  const kinds: Record<string, Load['requestsOf']> = {
    'read one referral': readOne(county),
    'worklist, default order': readPage(county, 'box=inbox&limit=20'),
    'create a referral': createOne(county),
  };
  const lines: Line[] = [];
  const began = new Date();
  for (const [name, requestsOf] of Object.entries(kinds)) {
    say(`P9 ${name}, walls on and off`);
    const contenders = (until: Load['until']) => ({
      on: async () => {
        const loaded = await load(on.api, { connections, until, requestsOf });
        // What it left to be sealed is its own work, and not to be done while the other one is measured.
        await sealedUntil(ownerUrl, new Date());
        return loaded;
      },
      off: () => load(off.api, { connections, until, requestsOf }),
    });
    await interleave(1, contenders({ answers: warmAfter }));
    const measured = await interleave(options.rounds, contenders({ seconds: options.seconds }));
    const [ours, floor] = [measured['on']!, measured['off']!].map((of) => of.map(({ perSecond }) => perSecond));
    lines.push(
      compare({
        figure: 'P9',
        name: `${name}, walls on / off`,
        unit: 'req/s',
        ours: ours!,
        floor: floor!,
        goal: { is: 'at-least', target: 0.85 },
        note,
      }),
    );
  }
  const { p99, lines: counted } = await sealLag(ownerUrl, began);
  const name = `until a line is sealed, p99 of ${counted}, under load`;
  lines.push(compare({ figure: 'P9', name, unit: 's', ours: [p99], floor: [longestLag], goal: { is: 'at-most', target: 1 } }));
  return lines;
}
