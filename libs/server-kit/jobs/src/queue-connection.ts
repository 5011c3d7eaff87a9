import type { Settings } from '@lotse/server-kit/settings';
import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';

/** The schema the queue's own tables live in; the migration process makes it. */
export const queueSchema = 'bullmq';

/** The queue may be lost whole and is filled again from the outbox, so its commits need not wait for the disk. */
const doorbellOnly = '-c synchronous_commit=off';

/** Where the queue lives: in Redis when REDIS_URL is set, in PostgreSQL otherwise. Everything above this line is the same for both. */
export function queueConnection(settings: Pick<Settings, 'REDIS_URL' | 'DATABASE_URL'>): ConnectionOptions {
  if (settings.REDIS_URL) return { url: settings.REDIS_URL, maxRetriesPerRequest: null };
  setDefaultBackendFactory(createPostgresBackend as Parameters<typeof setDefaultBackendFactory>[0]);
  return {
    connectionString: settings.DATABASE_URL,
    schema: queueSchema,
    skipMigrations: true,
    max: 5,
    options: doorbellOnly,
  } as unknown as ConnectionOptions;
}

/** Keeps the queues of installations that share one Redis apart: each has a database of its own name. */
export const queuePrefix = (settings: Pick<Settings, 'DATABASE_URL'>): string =>
  `lotse-${new URL(settings.DATABASE_URL).pathname.slice(1)}`;
