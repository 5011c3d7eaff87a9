import type { Client } from 'pg';
import { stableId } from './stable-id';

const subject = stableId('run', 'demo');
const begun = 'demo.begin';
const finished = 'demo.finish';

const find = `
  select max(id) filter (where verb = '${begun}') as "begunAt", coalesce(bool_or(verb = '${finished}'), false) as "isFinished"
  from chronicle_entry where subject_id = $1`;

/** How far the demo has come in this database; the chronicle knows, because nothing is ever taken out of it. */
export interface RunMarks {
  /** The line of the chronicle with which an attempt began. */
  begunAt: string | null;
  isFinished: boolean;
}

export async function readRunMarks(owner: Client): Promise<RunMarks> {
  const { rows } = await owner.query<RunMarks>(find, [subject]);
  return rows[0]!;
}

const mark = `insert into chronicle_entry (kind, verb, subject, subject_id) values ('act', $1, 'demo', $2) returning id`;

/** Notes that an attempt begins. Answers the line of the chronicle. */
export async function markBegun(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(mark, [begun, subject]);
  return rows[0]!.id;
}

export async function markFinished(owner: Client): Promise<void> {
  await owner.query(mark, [finished, subject]);
}
