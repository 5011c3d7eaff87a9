import { Database } from '@lotse/server-kit/database';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterPostgres, RateLimiterRedis, type RateLimiterStoreAbstract } from 'rate-limiter-flexible';
import { windowSeconds } from './allowances';

interface Statement {
  name?: string;
  text: string;
  values?: unknown[];
}

/** Makes counts that all processes share: in Redis where REDIS_URL is set, in PostgreSQL otherwise. */
@Injectable()
export class CountsOfAll implements OnApplicationShutdown {
  private redis: Promise<Redis> | undefined;

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** A count of up to `points` in a window. A key that has used them up is refused from memory until its window ends. */
  async count(name: string, points: number): Promise<RateLimiterStoreAbstract> {
    const options = { keyPrefix: `limit:${name}`, points, duration: windowSeconds, inMemoryBlockOnConsumed: points + 1 };
    if (this.settings.REDIS_URL) {
      return new RateLimiterRedis({ ...options, storeClient: await this.connected(), rejectIfRedisNotReady: true });
    }
    const storeClient = { query: (statement: Statement) => this.run(statement) };
    return new RateLimiterPostgres({ ...options, storeClient, storeType: 'client', tableName: 'rate_limit', tableCreated: true });
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.redis)?.disconnect();
  }

  /** The table is the system's: no request of anybody reads it. */
  private run({ name = 'other', text, values = [] }: Statement): Promise<{ rows: object[]; rowCount: number }> {
    return this.database.asSystem(async (transaction) => {
      const rows = await transaction.rows<Record<string, number>>(name, text, values);
      return { rows, rowCount: rows.length };
    });
  }

  private connected(): Promise<Redis> {
    this.redis ??= import('ioredis').then(async ({ Redis }) => {
      const redis = new Redis(this.settings.REDIS_URL!, {
        maxRetriesPerRequest: 1,
        enableOfflineQueue: false,
        lazyConnect: true,
        connectTimeout: 2_000,
      });
      redis.on('error', (error) => this.log.warn({ error }, 'counts of calls are not shared'));
      // The first who asks waits until it is there, instead of being refused because it is not there yet.
      await redis.connect().catch(() => undefined);
      return redis;
    });
    return this.redis;
  }
}
