import 'reflect-metadata';
import { newId } from '@lotse/kernel';
import { serverOptions, standAtTheEdge } from '@lotse/server-kit/http';
import type { Settings } from '@lotse/server-kit/settings';
import { nestLogger, type Logger } from '@lotse/server-kit/telemetry';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ApiModule } from './app.module';
import { refuseDemo } from './refuse-demo';
import { serveClient } from './serve-client';

/** Makes the HTTP process, ready to listen. */
export async function createApi(settings: Settings, log: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ ...serverOptions(settings), genReqId: requestIds() });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(settings, log), adapter, {
    logger: nestLogger(log),
    abortOnError: false,
    bodyParser: false,
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  standAtTheEdge(server, settings, log);
  logAnswers(server, log);
  await serveClient(server, settings.CLIENT_DIRECTORY);
  await app.init();
  await server.ready();
  await refuseDemo(app, settings);
  return app;
}

/** Names requests: one id for the process, and a number. They are found again in the log; nobody has to be unable to guess them. */
function requestIds(): () => string {
  const process = newId();
  let count = 0;
  return () => `${process}-${(++count).toString(36)}`;
}

/** A line for each answer: id, route, status, duration. No address, no body, no header. */
function logAnswers(server: FastifyInstance, log: Logger): void {
  if (!log.isLevelEnabled('debug')) return;
  server.addHook('onResponse', (request, reply, done) => {
    const { id, method } = request;
    log.debug(
      { request: id, method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  });
}
