import { refuse, Refusal, versionStale, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import {
  kindsFor,
  refusedFinish,
  refusedTaskSnooze,
  refusedWork,
  taskColleagueUnknown,
  taskComesBackAt,
  type finishTask,
  type handOverTask,
  type snoozeTask,
  type Task,
} from '@lotse/task/model';
import { Injectable } from '@nestjs/common';
import { loadTask, showTask, taskColumns, type TaskRecord } from '../task-row';

const own = 'update task set staff_id = $2, state = $3, snoozed_until = null, version = version + 1 where id = $1';
const snooze = 'update task set snoozed_until = $2, version = version + 1 where id = $1';
const finish = `
  update task set state = 'done', result = $2, ended_at = now(), ended_by = current_staff(), snoozed_until = null, version = version + 1
  where id = $1`;
const endEscalation = `select end_task(key || '/overdue', 'done', $2) from task where id = $1`;

/** What somebody does with a task of their own or of their team. */
@Injectable()
export class ChangeTask {
  async claim(transaction: Transaction, id: string, version: number): Promise<Task> {
    const task = await this.load(transaction, id, version);
    refuse(refusedWork(task.state));
    transaction.send('task.own', own, [id, transaction.actor.staffId, 'in_progress']);
    return this.done(transaction, task, 'claim');
  }

  async handOver(transaction: Transaction, id: string, version: number, { staffId }: BodyOf<typeof handOverTask>): Promise<Task> {
    const task = await this.load(transaction, id, version);
    refuse(refusedWork(task.state));
    if (staffId && !(await this.isColleague(transaction, staffId))) throw new Refusal(taskColleagueUnknown());
    transaction.send('task.own', own, [id, staffId, staffId ? 'in_progress' : 'ready']);
    return this.done(transaction, task, 'handOver');
  }

  async snooze(transaction: Transaction, id: string, version: number, { until }: BodyOf<typeof snoozeTask>): Promise<Task> {
    const task = await this.load(transaction, id, version);
    refuse(refusedTaskSnooze(until, task, new Date()));
    transaction.send('task.snooze', snooze, [id, taskComesBackAt(until)]);
    return this.done(transaction, task, 'snooze');
  }

  async finish(transaction: Transaction, id: string, version: number, { result }: BodyOf<typeof finishTask>): Promise<Task> {
    const task = await this.load(transaction, id, version);
    refuse(refusedFinish(task, result));
    transaction.send('task.finish', finish, [id, result]);
    transaction.send('task.end-escalation', endEscalation, [id, result]);
    return this.done(transaction, task, 'finish');
  }

  private async load(transaction: Transaction, id: string, version: number): Promise<TaskRecord> {
    const task = await loadTask(transaction, id, kindsFor(transaction.actor.roles));
    if (task.version !== version) throw new Refusal(versionStale({ context: { version: task.version, state: task.state } }));
    return task;
  }

  private async isColleague(transaction: Transaction, staffId: string): Promise<boolean> {
    const text = `select id from staff where id = $1 and organisation_id = current_organisation() and disabled_at is null and not roles @> '{system}'`;
    return (await transaction.row('task.colleague', text, [staffId])) !== undefined;
  }

  private async done(transaction: Transaction, { id, version, organisationId }: TaskRecord, verb: string): Promise<Task> {
    transaction.record({ kind: 'act', verb: `task.${verb}`, subject: 'task', subjectId: id });
    transaction.announce({ name: 'task.changed', subject: 'task', subjectId: id, version: version + 1, audience: [organisationId] });
    const row = await transaction.row<TaskRecord>('task.show', `select ${taskColumns} from task t where t.id = $1`, [id]);
    return showTask(row!);
  }
}
