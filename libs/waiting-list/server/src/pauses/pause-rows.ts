import type { Transaction } from '@lotse/server-kit/database';

interface Days {
  id: string;
  startsOn: string;
  endsOn: string | null;
}

const text = `
  select now() as now, (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'startsOn', x.starts_on, 'endsOn', x.ends_on)), '[]')
    from entry_pause x where x.entry_id = $1) as pauses`;

/** The pauses of an entry, which is locked, and the instant by the database's clock. */
export async function pausesOf(transaction: Transaction, entryId: string): Promise<{ now: Date; pauses: Days[] }> {
  return (await transaction.row<{ now: Date; pauses: Days[] }>('pauses.of-entry', text, [entryId]))!;
}

/** Whoever looked at the entry before, looks again. */
export function changedNow(transaction: Transaction, entryId: string): void {
  transaction.send('entry.changed', 'update waiting_list_entry set version = version + 1 where id = $1', [entryId]);
}
