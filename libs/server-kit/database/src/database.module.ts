import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database';
import { SnakeCaseNames } from './snake-case-names';

/** Connecting anew costs more than most requests, and the prepared statements are gone; a quiet minute in a practice is normal. */
const keepIdleFor = 300_000;

/**
 * Statements are planned once a connection, for any values, so their costs are estimated high; what costs much the database would compile before
 * every run, which takes longer than any statement of ours.
 */
const neverCompiles = '-c jit=off';

/** So long somebody waits for a connection before being told to come back. Two hundred who want one slot at once stand in line for it. */
const patience = 10_000;

/** Connects to PostgreSQL once a process. Entities arrive with the modules of their domains; the schema comes from migrations only. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: (settings: Settings) => ({
        type: 'postgres' as const,
        url: settings.DATABASE_URL,
        autoLoadEntities: true,
        synchronize: false,
        namingStrategy: new SnakeCaseNames(),
        retryAttempts: 3,
        extra: {
          pipeline: true,
          max: settings.DATABASE_CONNECTIONS,
          connectionTimeoutMillis: patience,
          idleTimeoutMillis: keepIdleFor,
          options: neverCompiles,
        },
      }),
    }),
  ],
  providers: [Database],
  exports: [Database, TypeOrmModule],
})
export class DatabaseModule {}
