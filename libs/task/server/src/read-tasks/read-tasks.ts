import type { AnswerOf, QueryOf } from '@lotse/kernel';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { kindsFor, type countTasks, type readTasks, type TaskBox } from '@lotse/task/model';
import { Injectable } from '@nestjs/common';
import { showTask, taskColumns, type TaskRecord } from '../task-row';

const isAside = 't.snoozed_until > now()';
const conditions: Readonly<Record<TaskBox, string>> = {
  mine: `t.staff_id = current_staff() and (${isAside}) is not true`,
  team: `(${isAside}) is not true`,
  overdue: 't.due_at < now()',
  snoozed: isAside,
};
const visible = `t.organisation_id = current_organisation() and t.ended_at is null and (t.kind = any ($1) or t.staff_id = current_staff())`;

const page = (box: TaskBox) => `
  select ${taskColumns} from task t
  where ${visible} and ${conditions[box]} and ($2::timestamptz is null or (t.due_at, t.id) > ($2, $3::uuid))
  order by t.due_at, t.id limit $4`;

const counts = `
  select ${Object.entries(conditions)
    .map(([box, condition]) => `count(*) filter (where ${condition})::int as ${box}`)
    .join(', ')}
  from task t where ${visible}`;

/** Worklists of tasks, the next due first. */
@Injectable()
export class ReadTasks {
  async run(transaction: Transaction, { box, limit, cursor }: QueryOf<typeof readTasks>): Promise<AnswerOf<typeof readTasks>> {
    const [dueAt, id] = readCursor(cursor, 2);
    const rows = await transaction.rows<TaskRecord>(`tasks.${box}`, page(box), [kindsFor(transaction.actor.roles), dueAt, id, limit + 1]);
    return asPage(rows, limit, (row) => [row.dueAt.toISOString(), row.id], showTask);
  }

  async count(transaction: Transaction): Promise<AnswerOf<typeof countTasks>> {
    const row = await transaction.row<AnswerOf<typeof countTasks>>('tasks.count', counts, [kindsFor(transaction.actor.roles)]);
    return row!;
  }
}
