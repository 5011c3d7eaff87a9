import { readFileSync } from 'node:fs';
import { withFiles } from '@lotse/server-kit/settings';
import { createAdministrator, readFirstAdministrator } from './create-administrator';
import { rememberDeletions, repeatDeletions } from './deletions';
import { findDrift } from './find-drift';
import { runMigrations } from './run-migrations';

/**
 * `run` brings the database up to date; `drift` fails when entities and tables differ; `deletions` prints what was deleted, for safekeeping
 * apart from backups; `forget` deletes it again after a restore, with what such a list says besides; `create-administrator` prints the link
 * with which whoever administers a county first is let in.
 */
const [command, ...rest] = process.argv.slice(2);
const [file] = rest;
const environment = withFiles(process.env, ['DATABASE_OWNER_URL', 'DATABASE_URL']);
const url = environment['DATABASE_OWNER_URL'] ?? environment['DATABASE_URL'];

if (!url) {
  console.error('Set DATABASE_OWNER_URL to the address of the owner of the database.');
  process.exit(2);
}
if (command === 'run') {
  const count = await runMigrations(url);
  console.log(count === 0 ? 'The database is up to date.' : `${count} migrations run.`);
} else if (command === 'drift') {
  const differences = await findDrift(url);
  for (const difference of differences) console.error(difference);
  console.log(differences.length === 0 ? 'Entities and tables agree.' : `${differences.length} differences.`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} else if (command === 'deletions') {
  for (const line of await rememberDeletions(url)) console.log(line);
} else if (command === 'forget') {
  const lines = file ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  console.log(`${await repeatDeletions(url, lines)} records were deleted again.`);
} else if (command === 'create-administrator') {
  await invite(url, rest);
} else {
  console.error('Usage: migrate run | drift | deletions | forget [FILE] | create-administrator');
  process.exitCode = 2;
}

async function invite(owner: string, args: string[]): Promise<void> {
  try {
    const publicUrl = process.env['PUBLIC_URL'] ?? 'http://localhost:4200';
    const link = await createAdministrator(owner, publicUrl, readFirstAdministrator(args));
    console.log(`Give this link to whoever it is for, in a safe way. It is good for seven days, and once:\n${link}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
