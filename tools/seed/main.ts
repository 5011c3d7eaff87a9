import { readSettings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { Client } from 'pg';
import { readCommandLine } from '../start/command-line.mjs';
import { loadRegion, readRegionPackage } from './load-region';
import { seedDemo } from './seed';

/** `region <file>` sets up a county or brings it up to date; `demo` fills the two demo counties with invented people. */
const given = readCommandLine('seed');
const [command, file] = given.words;
const ownerUrl = process.env['DATABASE_OWNER_URL'];

async function region(url: string, path: string): Promise<void> {
  const found = await readRegionPackage(path);
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    await loadRegion(owner, found);
  } finally {
    await owner.end();
  }
  console.log(`${found.name}: ${found.municipalities.length} municipalities.`);
}

async function demo(url: string): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.LOTSE_DEMO !== '1') throw new Error('The demo region needs LOTSE_DEMO=1; it is refused with NODE_ENV=production.');
  const log = makeLog('seed', settings.LOG_LEVEL);
  let shown = -1;
  const onProgress = (done: number, total: number, what: string): void => {
    const tenth = Math.floor((done / Math.max(total, 1)) * 10);
    if (tenth !== shown) console.log(`${String((shown = tenth) * 10).padStart(3)} %  ${what}`);
  };
  await seedDemo({ ownerUrl: url, settings, log, onProgress });
}

try {
  if (!ownerUrl) throw new Error('Set DATABASE_OWNER_URL to the address of the owner of the database.');
  if (command === 'region' && file) await region(ownerUrl, file);
  else if (command === 'demo') await demo(ownerUrl);
  else given.refuse('Say "region FILE" or "demo".');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
