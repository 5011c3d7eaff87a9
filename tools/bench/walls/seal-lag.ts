import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const patience = 60_000;

async function ask<Row extends object>(ownerUrl: string, text: string, values: unknown[]): Promise<Row> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows[0]!;
  } finally {
    await client.end();
  }
}

const unsealed = `
  select exists (select from chronicle_entry e where e.at <= $1 and e.id > coalesce((select max(entry_id) - 100000 from chronicle_link), 0)
    and not exists (select from chronicle_link l where l.entry_id = e.id)) as "isWaiting"`;

/** Waits until every line that was written until a moment has its seal. */
export async function sealedUntil(ownerUrl: string, moment: Date): Promise<void> {
  const until = Date.now() + patience;
  while ((await ask<{ isWaiting: boolean }>(ownerUrl, unsealed, [moment])).isWaiting) {
    if (Date.now() > until) throw new Error('The chronicle is not sealed: the worker does not keep up, or does not run.');
    await pause(200);
  }
}

/** From writing a line to the seal that covers it. */
const lag = `
  select count(*)::int as lines, percentile_cont(0.99) within group (order by extract(epoch from s.sealed_at - e.at))::float8 as p99
  from chronicle_entry e join chronicle_link l on l.entry_id = e.id cross join lateral (
    select sealed_at from chronicle_seal s where s.chain = l.chain and s.position >= l.position order by s.position limit 1) s
  where e.at >= $1`;

export async function sealLag(ownerUrl: string, since: Date): Promise<{ p99: number; lines: number }> {
  const found = await ask<{ p99: number; lines: number }>(ownerUrl, `${lag}`, [since]);
  if (found.lines === 0) throw new Error('Nothing was sealed, so there is no lag to show.');
  return found;
}
