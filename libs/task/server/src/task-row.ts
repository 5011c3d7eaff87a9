import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import type { Task, TaskKind, TaskState } from '@lotse/task/model';

/** A row of a worklist as the database gives it. */
export interface TaskRecord extends Omit<Task, 'dueAt' | 'openedAt' | 'snoozedUntil' | 'owner'> {
  organisationId: string;
  kind: TaskKind;
  state: TaskState;
  dueAt: Date;
  openedAt: Date;
  snoozedUntil: Date | null;
  ownerId: string | null;
  ownerName: string | null;
}

/** What a row needs; `t` is the task. */
export const taskColumns = `
  t.id, t.organisation_id as "organisationId", t.kind, t.subject, t.subject_id as "subjectId", t.facts, t.state, t.due_at as "dueAt",
  t.opened_at as "openedAt", case when t.snoozed_until > now() then t.snoozed_until end as "snoozedUntil", t.staff_id as "ownerId",
  (select s.display_name from staff s where s.id = t.staff_id) as "ownerName", t.version`;

/** A record as contracts show it. */
export function showTask({ ownerId, ownerName, organisationId: _, dueAt, openedAt, snoozedUntil, ...rest }: TaskRecord): Task {
  return {
    ...rest,
    dueAt: dueAt.toISOString(),
    openedAt: openedAt.toISOString(),
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    owner: ownerId ? { id: ownerId, displayName: ownerName ?? '' } : null,
  };
}

/** Loads a task of a team one belongs to, or one’s own, and locks it until the transaction ends. */
export async function loadTask(transaction: Transaction, id: string, kinds: readonly TaskKind[]): Promise<TaskRecord> {
  const found = await transaction.row<TaskRecord>(
    'task.load',
    `select ${taskColumns} from task t where t.id = $1 and t.organisation_id = current_organisation()
       and (t.kind = any ($2) or t.staff_id = current_staff()) for update of t`,
    [id, kinds],
  );
  if (!found) throw new Refusal(notFound());
  return found;
}
