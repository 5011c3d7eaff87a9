import 'reflect-metadata';
import type { Settings } from '@lotse/server-kit/settings';
import { nestLogger, type Logger } from '@lotse/server-kit/telemetry';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { WorkerModule } from './app.module';

/** Makes the process that relays the outbox, reacts to events and keeps watch over due dates. It begins at once. */
export function createWorker(settings: Settings, log: Logger): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.with(settings, log), { logger: nestLogger(log), abortOnError: false });
}
