import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A database of one's own, migrated and empty, gone when the test file ends. */
export interface TestDatabase {
  /** The owner's address: for fixtures and for looking at what the application may not see. */
  ownerUrl: string;
  /** The application's address, held by the policies. */
  url: string;
  /** Runs one statement as the owner and answers the rows. */
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/**
 * Makes a database from the migrated template. Fails when there is none: a database test that does not run is no test.
 * `npm run test:db` starts PostgreSQL and sets the two addresses.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template = process.env['LOTSE_TEST_DATABASE'];
  const application = process.env['LOTSE_TEST_APPLICATION_ROLE'];
  if (!template || !application) throw new Error('Run database tests with `npm run test:db`: it starts PostgreSQL for them.');
  const templateName = new URL(template).pathname.slice(1);
  if (!templateName.includes('test')) throw new Error('This is not a test database.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(template, `create database ${name} template ${templateName}`);
  const owner = new Client({ connectionString: withName(template, name) });
  await owner.connect();
  return {
    ownerUrl: withName(template, name),
    url: withName(application, name),
    query: async <Row>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows as Row[],
    drop: async () => {
      await owner.end();
      await onServer(template, `drop database if exists ${name} with (force)`);
    },
  };
}

function withName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: withName(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
