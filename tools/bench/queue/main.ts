// P5: one process that tells events through outbox, relay and queue, and hands jobs to a bare queue of the same backend. One process,
// because then both ends of a measurement read the same clock.
import 'reflect-metadata';
import { Database, DatabaseModule } from '@lotse/server-kit/database';
import { JobsModule, queueConnection } from '@lotse/server-kit/jobs';
import { readSettings, SettingsModule } from '@lotse/server-kit/settings';
import { makeLog, nestLogger, TelemetryModule } from '@lotse/server-kit/telemetry';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BareQueue } from './bare-queue';
import { measureBursts, measureIdle } from './hops';
import { TellEvents } from './tell-events';
import { WhenSlotOpened } from './when-slot-opened';

const { env } = process;
const settings = readSettings(env);
const log = makeLog('bench', 'warn');

@Module({ imports: [SettingsModule.with(settings), TelemetryModule.with(log), DatabaseModule, JobsModule], providers: [WhenSlotOpened] })
class BenchModule {}

const app = await NestFactory.createApplicationContext(BenchModule, { logger: nestLogger(log), abortOnError: false });
const bare = new BareQueue(queueConnection(settings));
await bare.start();
const through = new TellEvents(app.get(Database), app.get(WhenSlotOpened));

const idle = await measureIdle(through, bare, Number(env['BENCH_EVENTS']));
const bursts = await measureBursts(through, bare, Number(env['BENCH_BURST']), Number(env['BENCH_ROUNDS']));
await bare.stop();
await app.close();
console.log(`\n${JSON.stringify({ idle, bursts })}`);
process.exit(0);
