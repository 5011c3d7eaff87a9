import { Database, DatabaseModule, HeldConnections } from '@lotse/server-kit/database';
import { readSettings, SettingsModule } from '@lotse/server-kit/settings';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Pool, type PoolConfig } from 'pg';
import { testDatabase, type TestDatabase } from './test-database';

describe('Database', () => {
  let postgres: TestDatabase;
  let context: INestApplicationContext;
  let database: Database;

  beforeAll(async () => {
    postgres = await testDatabase();
    const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: postgres.url });
    @Module({ imports: [SettingsModule.with(settings), DatabaseModule] })
    class TestModule {}
    context = await NestFactory.createApplicationContext(TestModule, { logger: ['error'], abortOnError: false });
    database = context.get(Database);
  });
  afterAll(async () => {
    await context.close();
    await postgres.drop();
  });

  /** A pool of its own, as the application has it. */
  const another = () => new Pool({ connectionString: postgres.url, pipeline: true } as PoolConfig);

  const one = () => database.asPublic((transaction) => transaction.row<{ pid: number }>('test.pid', 'select pg_backend_pid() as pid'));

  /** Waits until the connection is gone and everybody has been told. */
  const gone = async (pid: number): Promise<void> => {
    while ((await postgres.query('select 1 from pg_stat_activity where pid = $1', [pid])).length > 0);
    await new Promise((told) => setImmediate(told));
  };

  it('outlives a connection that breaks in the middle of a transaction', async () => {
    const broken = database.asPublic(async (transaction) => {
      const found = await transaction.row<{ pid: number }>('test.pid', 'select pg_backend_pid() as pid');
      await postgres.query('select pg_terminate_backend($1)', [found!.pid]);
      await gone(found!.pid);
      return transaction.row('test.after', 'select 1 as one');
    });
    await expect(broken).rejects.toThrow();
    expect(await one()).toEqual({ pid: expect.any(Number) });
  });

  it('ends although somebody waits for a lock, and although somebody never gave a connection back', async () => {
    const pool = another();
    const held = new HeldConnections(pool);
    const [owner, waiting, forgotten] = [await pool.connect(), await pool.connect(), await pool.connect()];
    await owner.query('begin; select pg_advisory_xact_lock(1)');
    const waits = waiting.query('select pg_advisory_xact_lock(1)').finally(() => waiting.release(true));
    await forgotten.query('begin');
    const ended = pool.end();
    held.breakOff();
    await expect(waits).rejects.toThrow();
    await ended;
  });
});
