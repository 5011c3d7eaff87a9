import { withFiles } from '@lotse/server-kit/settings';
import { findDrift } from './find-drift';
import { runMigrations } from './run-migrations';

/** `run` brings the database up to date; `drift` fails when entities and tables differ. */
const [command] = process.argv.slice(2);
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
} else {
  console.error('Usage: migrate run | drift');
  process.exitCode = 2;
}
