import { join, resolve } from 'node:path';
import { freePort } from '../../start/embedded-database';
import type { Given } from '../against-floor';
import { compare, interleave, type Line } from '../figure';
import { load, type Load, type Loaded } from '../load';
import { startServer, type Running } from '../processes';
import { createOne, readOne, readPage } from '../requests';
import { withClient } from '../with-client';
import { sealedUntil, sealLag } from './seal-lag';
import { startWorker, type RunningWorker } from './start-worker';

const built = resolve(import.meta.dirname, '..');
const connections = 10;
const warmAfter = 2_000;
/** So long a line of the chronicle may stand unsealed. */
const longestLag = 5;

const note =
  'off: the same programs on a copy of the database whose tables have no row security, whose worker seals nothing, and where calls are not ' +
  'counted. On in both: session, roles, the line of a look, checks of what comes in, and the cutting of what goes out. ' +
  'No field is encrypted, so there is nothing to switch off.';
const noteOfLine = 'off: as above, and the lines of the chronicle are dropped as well. Nothing is promised against it (ADR 0036).';

/** A copy of the database in which walls are missing. */
interface Copy {
  database: string;
  keepsLines: boolean;
}
const withoutWalls: Copy = { database: 'lotse_without_walls', keepsLines: true };
const withoutLines: Copy = { database: 'lotse_without_lines', keepsLines: false };

const inCopy = (databaseUrl: string, { database }: Copy): string => {
  const url = new URL(databaseUrl);
  url.pathname = `/${database}`;
  return url.toString();
};

/** A copy without the second wall, and without a chronicle when lines are dropped. Nobody may be connected to the original meanwhile. */
async function copyCounty(ownerUrl: string, copy: Copy): Promise<void> {
  const original = new URL(ownerUrl).pathname.slice(1);
  const admin = new URL(ownerUrl);
  admin.pathname = '/postgres';
  await withClient(admin.toString(), (client) => client.query(`create database ${copy.database} template ${original}`));
  await withClient(inCopy(ownerUrl, copy), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relrowsecurity and relkind in ('r', 'p')`,
    );
    for (const { name } of rows) await client.query(`alter table ${name} disable row level security`);
    if (!copy.keepsLines) await client.query('create rule nothing_is_recorded as on insert to chronicle_entry do instead nothing');
    await client.query('vacuum analyze');
  });
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
  for (const copy of [withoutWalls, withoutLines]) await copyCounty(ownerUrl, copy);
  const sealing = { CHRONICLE_KEY_FILE: join(directory, 'seal.pem'), CHRONICLE_WITNESS_FILE: join(directory, 'witness') };
  const on = await startSide(given, 'Lotse with walls', databaseUrl, { RATE_LIMITS: '1000' }, sealing);
  const off = await startSide(given, 'Lotse without walls', inCopy(databaseUrl, withoutWalls), { RATE_LIMITS: '0' });
  const unrecorded = await startSide(given, 'Lotse without a chronicle', inCopy(databaseUrl, withoutLines), { RATE_LIMITS: '0' });
  try {
    return await measureSides(given, ownerUrl, { on, off, unrecorded });
  } finally {
    for (const side of [on, off, unrecorded]) await Promise.all([side.api.stop(), side.worker.stop()]);
  }
}

type Sides = Record<'on' | 'off' | 'unrecorded', Side>;

async function measureSides({ county, options, say }: Given, ownerUrl: string, sides: Sides): Promise<Line[]> {
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
        const loaded = await load(sides.on.api, { connections, until, requestsOf });
        // What it left to be sealed is its own work, and not to be done while the others are measured.
        await sealedUntil(ownerUrl, new Date());
        return loaded;
      },
      off: () => load(sides.off.api, { connections, until, requestsOf }),
      unrecorded: () => load(sides.unrecorded.api, { connections, until, requestsOf }),
    });
    await interleave(1, contenders({ answers: warmAfter }));
    const measured = await interleave(options.rounds, contenders({ seconds: options.seconds }));
    lines.push(...compareSides(name, measured));
  }
  const { p99, lines: counted } = await sealLag(ownerUrl, began);
  const name = `until a line is sealed, p99 of ${counted}, under load`;
  lines.push(compare({ figure: 'P9', name, unit: 's', ours: [p99], floor: [longestLag], goal: { is: 'at-most', target: 1 } }));
  return lines;
}

function compareSides(name: string, measured: Record<string, Loaded[]>): Line[] {
  const rates = (side: keyof Sides): number[] => measured[side]!.map(({ perSecond }) => perSecond);
  const ours = rates('on');
  const goal = { is: 'at-least', target: 0.85 } as const;
  return [
    compare({ figure: 'P9', name: `${name}, walls on / off`, unit: 'req/s', ours, floor: rates('off'), goal, note }),
    compare({ figure: 'P9', name: `${name}, walls and lines on / off`, unit: 'req/s', ours, floor: rates('unrecorded'), note: noteOfLine }),
  ];
}
