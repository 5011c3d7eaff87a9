import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from '../../apps/migrate/src/run-migrations';
import { applicationUrl } from '../start/application-role';
import { startEmbeddedDatabase } from '../start/embedded-database';
import { measureAgainstFloor, type Given } from './against-floor';
import { measureBytes } from './client-bytes/measure-bytes';
import { measureSpeed } from './client-speed/measure-speed';
import { fillCounty } from './county';
import type { Line } from './figure';
import { measureImport } from './import/measure-import';
import { measureLists } from './lists/measure-lists';
import { readOptions, type Options } from './options';
import { measureAgainstPeer } from './peer';
import { machine, table } from './print';
import { measureCascade } from './queue/measure-cascade';
import { measureQueue } from './queue/measure-queue';
import { forgetStatements, rememberStatements, slowStatements } from './slow-statements';
import { measureBooking } from './slots/measure-booking';
import { measureSignIn } from './walls/measure-sign-in';
import { measureWalls } from './walls/measure-walls';
import { withClient } from './with-client';

const options = readOptions();
const say = (what: string): void => console.error(`  ${what} …`);

/** Measures with a PostgreSQL of its own, with ordinary durability, that is gone afterwards. */
async function withDatabase(work: (ownerUrl: string, directory: string) => Promise<Line[]>): Promise<{ lines: Line[]; version: string }> {
  const directory = mkdtempSync(join(tmpdir(), 'lotse-bench-'));
  chmodSync(directory, 0o755);
  const remember = options.statements ? rememberStatements : [];
  const database = await startEmbeddedDatabase(directory, ['-c', 'max_connections=200', ...remember]);
  const end = async () => {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().then(() => process.exit(130)));
  try {
    return { version: await versionOf(database.ownerUrl), lines: await work(database.ownerUrl, directory) };
  } finally {
    await end();
  }
}

async function versionOf(url: string): Promise<string> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ server_version: string; fsync: string }>(
      `select current_setting('server_version') as server_version, current_setting('fsync') as fsync`,
    ),
  );
  return `PostgreSQL ${rows[0]!.server_version}, fsync ${rows[0]!.fsync}`;
}

async function measureWithDatabase(given: Options, ownerUrl: string, directory: string): Promise<Line[]> {
  await runMigrations(ownerUrl);
  const databaseUrl = await applicationUrl(ownerUrl);
  const lines: Line[] = [];
  say(`filling a county with 2 x ${given.referrals} referrals`);
  const county = await fillCounty(ownerUrl, given.referrals);
  if (given.statements) await forgetStatements(ownerUrl);
  const all = { options: given, county, databaseUrl, directory, say };
  if (given.only.some((figure) => figure === 'P1' || figure === 'P2' || figure === 'P3')) lines.push(...(await measureAgainstFloor(all)));
  lines.push(...(await measureRest(given, all, ownerUrl)));
  if (given.only.includes('P11')) lines.push(...measureBytes(say), ...(await measureSpeed(all)));
  if (given.only.includes('P5')) lines.push(...(await measureQueue(given, databaseUrl, say)));
  if (given.statements) console.error(await slowStatements(ownerUrl));
  return lines;
}

/** Each with servers of its own. The copy without walls comes first: it is of a county in which nothing has happened yet. */
async function measureRest({ only }: Options, all: Given, ownerUrl: string): Promise<Line[]> {
  const lines: Line[] = [];
  if (only.includes('P9')) lines.push(...(await measureWalls(all, ownerUrl)));
  if (only.includes('S5')) lines.push(...(await measureSignIn(all, ownerUrl)));
  if (only.includes('P4')) lines.push(...(await measureAgainstPeer(all)));
  if (only.includes('P5')) lines.push(...(await measureCascade(all, ownerUrl)));
  if (only.includes('P7')) lines.push(...(await measureBooking(all, ownerUrl)));
  if (only.includes('P8')) lines.push(...(await measureImport(all, ownerUrl)));
  if (only.includes('P6')) lines.push(...(await measureLists(all, ownerUrl)));
  return lines;
}

const before = machine('');
const { lines, version } = await withDatabase((ownerUrl, directory) => measureWithDatabase(options, ownerUrl, directory));

const about = { ...before, database: version };
if (options.isJson) console.log(JSON.stringify({ machine: about, rounds: options.rounds, seconds: options.seconds, lines }, null, 2));
else {
  console.log(
    `\n${about.cores} cores (${about.model}), ${about.memoryGiB} GiB, ${about.system}, Node ${about.node}, ${about.database}, load at the start ${about.load}`,
  );
  console.log(
    `${options.rounds} interleaved rounds; median and, in brackets, the middle half. Only ratios can be compared between machines.\n`,
  );
  console.log(table(lines));
}
