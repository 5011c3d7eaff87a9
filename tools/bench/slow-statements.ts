import { withClient } from './with-client';

const mostShown = 40;

/** What the database has to be started with to remember its statements. */
export const rememberStatements = [
  '-c',
  'shared_preload_libraries=pg_stat_statements',
  '-c',
  'pg_stat_statements.track=all',
  '-c',
  'pg_stat_statements.track_planning=on',
  '-c',
  'track_functions=all',
];

const slowest = `
  select calls::int, round(total_exec_time)::int as total, round(mean_exec_time::numeric, 3)::float as mean, plans::int,
    round(total_plan_time)::int as planning, left(regexp_replace(query, '\\s+', ' ', 'g'), 180) as text
  from pg_stat_statements where calls > 1 order by total_exec_time + total_plan_time desc limit $1`;

interface Slow {
  calls: number;
  total: number;
  mean: number;
  /** How often it was planned anew, and the milliseconds of that; functions have neither. */
  plans?: number;
  planning?: number;
  text: string;
}

const functions = `
  select calls::int, round(total_time)::int as total, round((self_time / calls)::numeric, 3)::float as mean, 'alone: ' || funcname as text
  from pg_stat_user_functions where calls > 1 order by total_time desc limit $1`;

/** From now on. */
export async function forgetStatements(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) => client.query('create extension if not exists pg_stat_statements'));
  await withClient(ownerUrl, (client) => client.query('select pg_stat_statements_reset()'));
}

/** Where the database's time went, a line a statement with those inside functions, then a line a function: milliseconds in all, calls, and each. */
export async function slowStatements(ownerUrl: string): Promise<string> {
  const found = await withClient(ownerUrl, async (client) => [
    ...(await client.query<Slow>(slowest, [mostShown])).rows,
    ...(await client.query<Slow>(functions, [mostShown])).rows,
  ]);
  const lines = found.map(
    ({ calls, total, mean, plans, planning, text }) =>
      `${String(total).padStart(8)} ms ${String(calls).padStart(8)} × ${mean} ms${plans ? `, planned ${plans} × in ${planning} ms` : ''}  ${text}`,
  );
  return lines.join('\n');
}
