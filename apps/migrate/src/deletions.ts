import { Client } from 'pg';

/** Everything that was deleted, a line each: kind, identifier, whose it was, when. Nothing in it says anything about anybody. */
export async function rememberDeletions(url: string): Promise<string[]> {
  return withOwner(url, async (owner) => {
    const { rows } = await owner.query<{ line: string }>('select to_json(t)::text as line from tombstone t order by at, subject_id');
    return rows.map(({ line }) => line);
  });
}

/** Deletes again what was deleted before, by what the database and the given lines remember. Answers how many records came back and went. */
export async function repeatDeletions(url: string, lines: readonly string[]): Promise<number> {
  return withOwner(url, async (owner) => {
    await owner.query('begin');
    for (const line of lines) {
      await owner.query('insert into tombstone select * from json_populate_record(null::tombstone, $1) on conflict do nothing', [line]);
    }
    const { rows } = await owner.query<{ amount: number }>('select forget_again() as amount');
    await owner.query('commit');
    return rows[0]!.amount;
  });
}

async function withOwner<Result>(url: string, work: (owner: Client) => Promise<Result>): Promise<Result> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
