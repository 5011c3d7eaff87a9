import 'reflect-metadata';
import { pathOf, type AnswerOf, type BodyInput, type Endpoint, type Problem, type QueryInput } from '@lotse/kernel';
import { Database, DatabaseModule } from '@lotse/server-kit/database';
import { HttpModule, serverOptions, standAtTheEdge } from '@lotse/server-kit/http';
import { readSettings, SettingsModule } from '@lotse/server-kit/settings';
import { makeLog, TelemetryModule } from '@lotse/server-kit/telemetry';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { TestStaff } from './test-county';
import type { TestDatabase } from './test-database';

/** What a caller sends besides the contract. */
export interface CallArguments<Contract extends Endpoint> {
  params?: Record<string, string>;
  query?: QueryInput<Contract>;
  body?: BodyInput<Contract> | Record<string, unknown>;
  version?: number;
  key?: string;
}

/** What came back: the answer of the contract, or a problem. */
export interface Called<Contract extends Endpoint> {
  status: number;
  answer: AnswerOf<Contract>;
  problem: Problem;
  headers: Record<string, unknown>;
}

/** Somebody who calls contracts with their session. */
export interface Caller {
  /** Calls and answers whatever came back. */
  call<Contract extends Endpoint>(contract: Contract, given?: CallArguments<Contract>): Promise<Called<Contract>>;
  /** Calls and answers the answer; throws when it was a problem. */
  get<Contract extends Endpoint>(contract: Contract, given?: CallArguments<Contract>): Promise<AnswerOf<Contract>>;
}

export interface TestServer {
  app: NestFastifyApplication;
  database: Database;
  as(staff: TestStaff | undefined): Caller;
  stop(): Promise<void>;
}

/** Starts the modules of some domains with the whole kit around them, as the API does, without a socket. */
export async function startTestServer(
  database: TestDatabase,
  imports: Type[],
  environment: Record<string, string> = {},
): Promise<TestServer> {
  const settings = readSettings({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    LOG_LEVEL: 'error',
    DATABASE_CONNECTIONS: '20',
    NOTICE_HOLD_SECONDS: '0',
    RATE_LIMITS: '0',
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    REDIS_URL: process.env['REDIS_URL'],
    ...environment,
  });
  const log = makeLog('test', settings.LOG_LEVEL);
  @Module({
    imports: [SettingsModule.with(settings), TelemetryModule.with(log), DatabaseModule, HttpModule, ...imports],
  })
  class TestModule {}
  const adapter = new FastifyAdapter(serverOptions(settings));
  const app = await NestFactory.create<NestFastifyApplication>(TestModule, adapter, {
    logger: ['error'],
    abortOnError: false,
    bodyParser: false,
  });
  standAtTheEdge(adapter.getInstance() as unknown as FastifyInstance, settings, log);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const stop = async () => {
    await app.close();
    await database.drop();
  };
  return { app, database: app.get(Database), as: (staff) => callerOf(app, staff), stop };
}

function callerOf(app: NestFastifyApplication, staff: TestStaff | undefined): Caller {
  const call = async <Contract extends Endpoint>(contract: Contract, given: CallArguments<Contract> = {}): Promise<Called<Contract>> => {
    const response = await app.inject({
      method: contract.method,
      url: pathOf(contract, given.params),
      query: given.query as Record<string, string> | undefined,
      headers: {
        ...(staff ? { cookie: `__Host-lotse_session=${staff.token}` } : {}),
        ...(given.version === undefined ? {} : { 'if-match': `"${given.version}"` }),
        ...(given.key === undefined ? {} : { 'idempotency-key': given.key }),
      },
      ...(contract.method === 'GET' ? {} : { payload: (given.body ?? {}) as object }),
    });
    const body: unknown = response.body ? response.json() : undefined;
    return { status: response.statusCode, answer: body as AnswerOf<Contract>, problem: body as Problem, headers: response.headers };
  };
  const get = async <Contract extends Endpoint>(contract: Contract, given: CallArguments<Contract> = {}): Promise<AnswerOf<Contract>> => {
    const called = await call(contract, given);
    if (called.status >= 400) throw new Error(`${contract.path}: ${called.status} ${JSON.stringify(called.problem)}`);
    return called.answer;
  };
  return { call, get };
}
