import { newId } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import type { TaskFacts, TaskKind } from '@lotse/task/model';
import { Injectable } from '@nestjs/common';

/** A piece of work to be opened. */
export interface TaskToOpen {
  /** Made of the cause, such as `risk-review:<step>`: the same cause never makes a second one, also after the first is done. */
  key: string;
  kind: TaskKind;
  subject: string;
  subjectId: string;
  /** Set when the subject leads to somebody who is helped: their record takes the task along when it is deleted. */
  personId?: string | null;
  organisationId: string;
  /** Whose it is at once; the team's without. */
  staffId?: string | null;
  dueAt: Date;
  /** References and days, never what somebody has or said. */
  facts?: TaskFacts;
}

/** Calls from other domains, within their own transaction. What one side does may make or end work of the other, which it never sees. */
@Injectable()
export class Tasks {
  /** Opens a task; nothing happens when there is or was one with the same key. */
  open(transaction: Transaction, task: TaskToOpen): void {
    const { key, kind, subject, subjectId, personId, organisationId, staffId, dueAt, facts } = task;
    transaction.send('task.open', 'select open_task($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      newId(), key, kind, subject, subjectId, personId ?? null, organisationId, staffId ?? null, dueAt, JSON.stringify(facts ?? {}),
    ]); // prettier-ignore
    this.announce(transaction, subjectId, organisationId);
  }

  /** Ends a task because it was done. */
  finish(transaction: Transaction, key: string, result = 'done'): void {
    this.end(transaction, key, 'done', result);
  }

  /** Ends a task because its cause is gone. */
  drop(transaction: Transaction, key: string, result?: string): void {
    this.end(transaction, key, 'dropped', result);
  }

  /** Gives a task another due date, because what it waits for has moved. */
  move(transaction: Transaction, key: string, dueAt: Date): void {
    transaction.send('task.move', 'select move_task($1, $2)', [key, dueAt]);
  }

  /** Ends everything of some kinds (or all) that is open about a thing: because it was done, or because its cause is gone. */
  endAbout(transaction: Transaction, subjectId: string, kinds: readonly TaskKind[] | 'all', how: 'done' | 'dropped'): void {
    transaction.send('task.end-about', 'select end_tasks_about($1, $2, $3, $4)', [subjectId, kinds === 'all' ? null : kinds, how, null]);
  }

  /** Drops what is open at another organisation about a person of the own one: it may no longer see what the work is about. */
  endOf(transaction: Transaction, personId: string, organisationId: string): void {
    transaction.send('task.end-of', 'select end_tasks_of($1, $2)', [personId, organisationId]);
  }

  private end(transaction: Transaction, key: string, state: 'done' | 'dropped', result?: string): void {
    transaction.send('task.end', 'select end_task($1, $2, $3)', [key, state, result ?? null]);
  }

  private announce(transaction: Transaction, subjectId: string, organisationId: string): void {
    transaction.announce({ name: 'task.opened', subject: 'task', subjectId, version: 1, audience: [organisationId] });
  }
}
