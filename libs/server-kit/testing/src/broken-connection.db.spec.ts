import { Database, DatabaseModule } from '@lotse/server-kit/database';
import { readSettings, SettingsModule } from '@lotse/server-kit/settings';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
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
});
