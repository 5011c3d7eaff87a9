import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Everything that says when. Nobody grows younger, whoever sits there stays signed in, and what is sealed is not written anew. */
const columnsOfTime = `
  select c.table_name as "table", c.column_name as "column", c.udt_name as type
  from information_schema.columns c join pg_class k on k.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
  where c.table_schema = 'public' and k.relkind in ('r', 'p') and not k.relispartition and c.is_generated = 'NEVER'
    and c.udt_name in ('timestamptz', 'date', 'tstzrange', 'daterange') and c.column_name <> 'birth_date'
    and c.table_name not like 'chronicle%' and c.table_name not in ('session', 'migration', 'migrations')
  order by 1, 2`;

const bounds = (column: string): string =>
  `(case when lower_inc(${column}) then '[' else '(' end || case when upper_inc(${column}) then ']' else ')' end)`;
const movedBy = (amount: string, { column, type }: Column): string => {
  const name = `"${column}"`;
  if (type === 'date') return `${name} = ${name} + (${amount})`;
  if (type === 'timestamptz') return `${name} = ${name} + make_interval(days => ${amount})`;
  const step = type === 'daterange' ? `(${amount})` : `make_interval(days => ${amount})`;
  return `${name} = case when isempty(${name}) then ${name} else ${type}(lower(${name}) + ${step}, upper(${name}) + ${step}, ${bounds(name)}) end`;
};

/** So far away that nothing there is in the way of what moves a little. */
const farAway = 400_000;

/** A key that ends in a day belongs to that day. */
const keysOfTasks = (days: number): string => `
  update task set key = case
    when key ~ ':\\d{8}$' then left(key, -8) || to_char(to_date(right(key, 8), 'YYYYMMDD') - ${days}, 'YYYYMMDD')
    when key ~ ':\\d{4}-\\d{2}-\\d{2}$' then left(key, -10) || (right(key, 10)::date - ${days})::text
    else key end
  where key ~ ':(\\d{8}|\\d{4}-\\d{2}-\\d{2})$'`;

/**
 * The clock of a database cannot be set. So everything that ever happened, and everything that is due, is moved into the past: for whoever
 * looks at the clock that is the same. It happens between the transactions of the others, never within one.
 */
export class DaysThatPass {
  private statements: ((days: number) => string) | undefined;

  constructor(private readonly owner: Pool) {}

  async pass(days: number): Promise<void> {
    const client = await this.owner.connect();
    try {
      const tables = await this.prepare(client);
      while (!(await this.move(client, tables, days))) await pause(5);
    } finally {
      client.release();
    }
  }

  private tables: string[] = [];

  private async prepare(client: PoolClient): Promise<readonly string[]> {
    if (this.statements) return this.tables;
    const { rows } = await client.query<Column>(columnsOfTime);
    this.tables = [...new Set(rows.map(({ table }) => table))];
    const of = (table: string) => rows.filter((row) => row.table === table);
    const update = (table: string, amount: number) =>
      `update "${table}" set ${of(table)
        .map((column) => movedBy(String(amount), column))
        .join(', ')}`;
    // What may not overlap goes a long way round, or it would run into its neighbours.
    const moves = (table: string, days: number) =>
      of(table).some(({ type }) => type.endsWith('range'))
        ? [update(table, farAway), update(table, -farAway - days)]
        : [update(table, -days)];
    this.statements = (days) => [...this.tables.flatMap((table) => moves(table, days)), keysOfTasks(days)].join(';\n');
    return this.tables;
  }

  /** Answers false when somebody was at work at that moment. */
  private async move(client: PoolClient, tables: readonly string[], days: number): Promise<boolean> {
    await client.query('begin');
    try {
      await client.query(`set local timezone = 'UTC'; set local session_replication_role = replica`);
      await client.query(`lock table ${tables.map((table) => `"${table}"`).join(', ')} in access exclusive mode nowait`);
      await client.query(this.statements!(days));
      await client.query('commit');
      return true;
    } catch (error) {
      await client.query('rollback');
      if ((error as { code?: string }).code === '55P03') return false;
      throw error;
    }
  }
}
