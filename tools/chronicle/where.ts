import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import type { Ask } from '../../libs/chronicle/server/src/chain/read-chain';

const data = (): string => resolve(process.env['LOTSE_DATA'] ?? '.lotse');

/** The file that `npm start` keeps beside its embedded database, when it is there. */
export function keptBeside(name: string): string | undefined {
  const path = resolve(data(), 'chronicle', name);
  return existsSync(path) ? path : undefined;
}

/** The database that was named, or the embedded one while `npm start` runs. */
export function databaseUrl(named: string | undefined): string {
  const given = named ?? process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'];
  if (given) return given;
  const [running, password] = [resolve(data(), 'postgres/postmaster.pid'), resolve(data(), 'database-password')];
  if (!existsSync(running) || !existsSync(password))
    throw new Error('Set DATABASE_URL, pass --export FILE, or run it beside a running `npm start`.');
  const port = readFileSync(running, 'utf8').split('\n')[3]!.trim();
  return `postgres://lotse_owner:${readFileSync(password, 'utf8')}@127.0.0.1:${port}/lotse`;
}

/** Reads from a database in one snapshot, so that nothing that is written meanwhile looks wrong. Changes nothing. */
export async function withDatabase<Result>(url: string, work: (ask: Ask) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    await client.query(`select set_config('lotse.system', 'on', true)`);
    return await work(async <Row extends object>(text: string, values: readonly unknown[]) => {
      const { rows } = await client.query(text, [...values]);
      return rows as Row[];
    });
  } finally {
    await client.end();
  }
}
