import type { IncomingMessage } from 'node:http';
import type { Pool } from 'pg';
import type { Statement } from '../recorded-statements';
import { mustHold, tokenHash, type Actor } from './session';

/** Reads what is asked for in three round trips, the last of which leaves the trace of the look. With an id the values are its own. */
export async function look(pool: Pool, recorded: readonly Statement[], request: IncomingMessage, id?: string): Promise<unknown> {
  const [begin, enter, read, trace, commit] = recorded as [Statement, Statement, Statement, Statement, Statement];
  const client = await pool.connect();
  const begun = client.query(begin.text);
  const entered = await client.query<Actor>({ ...enter, values: [tokenHash(request)] });
  await begun;
  mustHold(entered.rows[0], 'intake');
  const found = await client.query(id ? { ...read, values: [id] } : read);
  const traced = client.query(id ? { ...trace, values: trace.values!.map((value, at) => (at === 3 ? id : value)) } : trace);
  await Promise.all([traced, client.query(commit.text)]);
  client.release();
  return id ? found.rows[0] : { items: found.rows };
}

/** The same without the trace: the commit rides along with the read. */
export async function lookWithoutTrace(pool: Pool, recorded: readonly Statement[], request: IncomingMessage, id: string): Promise<unknown> {
  const [begin, enter, read, , commit] = recorded as [Statement, Statement, Statement, Statement, Statement];
  const client = await pool.connect();
  const begun = client.query(begin.text);
  const entered = await client.query<Actor>({ ...enter, values: [tokenHash(request)] });
  await begun;
  mustHold(entered.rows[0], 'intake');
  const [found] = await Promise.all([client.query({ ...read, values: [id] }), client.query(commit.text)]);
  client.release();
  return found.rows[0];
}
