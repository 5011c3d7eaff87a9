import type { IncomingMessage } from 'node:http';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Statement } from '../recorded-statements';
import { entering, mustHold, onConnection, type Actor } from './session';

/** Reads what is asked for in three round trips, the last of which leaves the trace of the look. With an id the values are its own. */
export function look(pool: Pool, recorded: readonly Statement[], request: IncomingMessage, id?: string): Promise<unknown> {
  const [begin, enter, ...rest] = recorded as [Statement, Statement, ...Statement[]];
  const [trace, commit] = rest.slice(-2) as [Statement, Statement];
  const reads = rest.slice(0, -2);
  return inSession(pool, begin, enter, request, async (client) => {
    const found = await together(client, id ? [{ ...reads.at(-1)!, values: [id] }] : reads);
    const traced = id ? { ...trace, values: trace.values!.map((value, at) => (at === 3 ? id : value)) } : trace;
    await together(client, [traced, { text: commit.text }]);
    return id ? found.rows[0] : { items: found.rows };
  });
}

/** The same without the trace: the commit rides along with the read. */
export function lookWithoutTrace(pool: Pool, recorded: readonly Statement[], request: IncomingMessage, id: string): Promise<unknown> {
  const [begin, enter, read, , commit] = recorded as [Statement, Statement, Statement, Statement, Statement];
  return inSession(pool, begin, enter, request, async (client) => {
    const [found] = await Promise.all([client.query({ ...read, values: [id] }), client.query(commit.text)]);
    return found.rows[0];
  });
}

/** Enters the session of whoever asks and works in it. */
function inSession<Result>(
  pool: Pool,
  begin: Statement,
  enter: Statement,
  request: IncomingMessage,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return onConnection(pool, async (client) => {
    const [, entered] = await Promise.all([client.query(begin.text), client.query<Actor>({ ...enter, values: entering(enter, request) })]);
    mustHold(entered.rows[0], 'intake');
    return work(client);
  });
}

/** One round trip; answers what the last statement has found. */
async function together(client: PoolClient, statements: readonly Statement[]): Promise<QueryResult> {
  const results = await Promise.all(statements.map((one) => client.query(one)));
  return results.at(-1)!;
}
