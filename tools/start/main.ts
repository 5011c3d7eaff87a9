import { resolve } from 'node:path';
import { createServer } from 'node:net';
import { readSettings, type Settings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { createApi } from '../../apps/api/src/create-api';
import { runMigrations } from '../../apps/migrate/src/run-migrations';
import { createWorker } from '../../apps/worker/src/create-worker';
import { seedDemo } from '../seed/seed';
import { applicationUrl } from './application-role';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database';
import { Hint } from './hint';
import { printAddress, progress, say } from './say';

const root = resolve(import.meta.dirname, '../..');

/** Everything in one process: database, migrations, demo region, API and worker. For trying out, developing, and small installations. */
async function start(): Promise<void> {
  const { env } = process;
  const isDemo = env['LOTSE_DEMO'] ?? (env['DATABASE_URL'] ? '0' : '1');
  const port = Number(env['PORT'] || 4200);
  await portIsFree(port, env['HOST'] || '127.0.0.1');
  refuseDemoInProduction(isDemo);

  const stops: (() => Promise<unknown>)[] = [];
  stopOnSignal(stops);
  const ownerUrl = await database(stops);
  say('Bringing the database up to date …');
  await runMigrations(ownerUrl);
  const settings = settingsFor(await applicationUrl(ownerUrl), isDemo);
  const log = makeLog('start', settings.LOG_LEVEL);
  if (isDemo === '1') await seedDemo({ ownerUrl, settings, log, onProgress: progress('Filling the demo region') });
  say('Starting Lotse …');
  const api = await createApi(settings, log);
  stops.unshift(() => api.close());
  const worker = await createWorker(settings, log);
  stops.unshift(() => worker.close());
  await api.listen(settings.PORT, settings.HOST);
  await printAddress(settings);
}

async function database(stops: (() => Promise<unknown>)[]): Promise<string> {
  const given = process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'];
  if (given) return given;
  say('Starting the database …');
  const embedded: EmbeddedDatabase = await startEmbeddedDatabase(dataDirectory());
  stops.push(() => embedded.stop());
  return embedded.ownerUrl;
}

const dataDirectory = (): string => resolve(process.env['LOTSE_DATA'] ?? resolve(root, '.lotse'));

function settingsFor(url: string, isDemo: string): Settings {
  const data = dataDirectory();
  return readSettings({
    CLIENT_DIRECTORY: resolve(root, 'dist/client/browser'),
    ...(process.env['NODE_ENV'] === 'production'
      ? {}
      : { CHRONICLE_KEY_FILE: resolve(data, 'chronicle/key.pem'), CHRONICLE_WITNESS_FILE: resolve(data, 'chronicle/witness.jsonl') }),
    LOG_LEVEL: 'warn',
    // Whoever tries Lotse out may let programs loose on the invented region.
    ...(isDemo === '1' ? { RATE_LIMITS: '100' } : {}),
    ...process.env,
    DATABASE_URL: url,
    LOTSE_DEMO: isDemo,
  });
}

function refuseDemoInProduction(isDemo: string): void {
  if (isDemo === '1' && process.env['NODE_ENV'] === 'production') {
    throw new Hint(
      'The demo region is refused with NODE_ENV=production.',
      'Set LOTSE_DEMO=0 and DATABASE_URL, or leave NODE_ENV unset to try Lotse out.',
    );
  }
}

function portIsFree(port: number, host: string): Promise<void> {
  return new Promise((free, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Hint(`Port ${port} is taken by another program.`, `Stop that program, or choose another port: PORT=${port + 1} npm start`)
          : new Hint(`Port ${port} cannot be used: ${error.message}`, 'Choose another port: PORT=4300 npm start'),
      ),
    );
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

/** Stops everything in the reverse order of starting, once; a second Ctrl-C does not wait. */
function stopOnSignal(stops: (() => Promise<unknown>)[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(130);
    stopping = true;
    say('\nStopping …');
    for (const end of stops) await end().catch(() => undefined);
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

start().catch((error: unknown) => {
  if (error instanceof Hint) console.error(`\n${error.message}\n${error.wayOut}`);
  else console.error(error);
  process.exit(1);
});
