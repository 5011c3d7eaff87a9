import { queueSchema } from '@lotse/server-kit/jobs';
import { createPostgresBackend, withBackend } from 'bullmq';
import type { DataSource } from 'typeorm';

/** Makes the tables of the queue, for installations without Redis, and lets the application use them. */
export async function prepareQueueTables(url: string, owner: DataSource): Promise<void> {
  // Bound to PostgreSQL without touching the default of the process, which may go on with Redis.
  const { Queue } = withBackend(createPostgresBackend);
  const queue = new Queue('events', { connection: { connectionString: url, schema: queueSchema, migrate: true } });
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
  await owner.query(`
    grant usage, create on schema ${queueSchema} to lotse_app;
    grant all on all tables in schema ${queueSchema} to lotse_app;
    grant all on all sequences in schema ${queueSchema} to lotse_app;
    grant execute on all functions in schema ${queueSchema} to lotse_app;
  `);
}
