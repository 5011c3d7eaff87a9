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
import { readOptions, type Figure, type Options } from './options';
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

/** What there is to measure, in this order, each with servers of its own; the copy without walls is made before much has happened in the county. */
const measurements: readonly (readonly [figures: readonly Figure[], measure: (all: Given, ownerUrl: string) => Promise<Line[]>])[] = [
  [['P1', 'P2', 'P3'], measureAgainstFloor],
  [['P9'], measureWalls],
  [['S5'], measureSignIn],
  [['P4'], measureAgainstPeer],
  [['P5'], measureCascade],
  [['P7'], measureBooking],
  [['P8'], measureImport],
  [['P6'], measureLists],
  [['P11'], async (all) => [...measureBytes(say), ...(await measureSpeed(all))]],
  [['P5'], ({ databaseUrl }) => measureQueue(options, databaseUrl, say)],
];

/** One that fails takes none of the others with it; the run fails at its end. */
async function measureWithDatabase(given: Options, ownerUrl: string, directory: string): Promise<Line[]> {
  await runMigrations(ownerUrl);
  const databaseUrl = await applicationUrl(ownerUrl);
  const lines: Line[] = [];
  say(`filling a county with 2 x ${given.referrals} referrals`);
  const county = await fillCounty(ownerUrl, given.referrals);
  if (given.statements) await forgetStatements(ownerUrl);
  const all = { options: given, county, databaseUrl, directory, say };
  for (const [figures, measure] of measurements) {
    if (!figures.some((figure) => given.only.includes(figure))) continue;
    try {
      lines.push(...(await measure(all, ownerUrl)));
    } catch (error) {
      console.error(`${figures.join(', ')} could not be measured.`, error);
      process.exitCode = 1;
    }
  }
  if (given.statements) console.error(await slowStatements(ownerUrl));
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
