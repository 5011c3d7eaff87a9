import { DataSource } from 'typeorm';
import { migrations } from './migrations';
import { prepareQueueTables } from './queue-tables';

/** Brings a database up to date and answers how many migrations were run. `url` is the owner's, not the application's. */
export async function runMigrations(url: string): Promise<number> {
  const database = await new DataSource({ type: 'postgres', url, migrations, migrationsTransactionMode: 'each' }).initialize();
  try {
    const done = await database.runMigrations();
    await prepareQueueTables(url, database);
    return done.length;
  } finally {
    await database.destroy();
  }
}
