import type { Settings } from '@lotse/server-kit/settings';
import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';

/** The schema the queue's own tables live in; the migration process makes it. */
export const queueSchema = 'bullmq';

/** Where the queue lives: in Redis when REDIS_URL is set, in PostgreSQL otherwise. Everything above this line is the same for both. */
export function queueConnection(settings: Pick<Settings, 'REDIS_URL' | 'DATABASE_URL'>): ConnectionOptions {
  if (settings.REDIS_URL) return new Redis(settings.REDIS_URL, { maxRetriesPerRequest: null });
  setDefaultBackendFactory(createPostgresBackend as Parameters<typeof setDefaultBackendFactory>[0]);
  return { connectionString: settings.DATABASE_URL, schema: queueSchema, skipMigrations: true, max: 5 } as unknown as ConnectionOptions;
}
