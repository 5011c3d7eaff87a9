import { HandOver, type WorkInHand } from '@lotse/identity/server';
import type { Transaction } from '@lotse/server-kit/database';
import { taskPermissions } from '@lotse/task/model';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const own = 'organisation_id = current_organisation() and staff_id = $1 and ended_at is null';
const count = `select count(*)::int as count from task where ${own}`;
const give = `
  update task set staff_id = $2, state = case when $2::uuid is null then 'ready' else 'in_progress' end, version = version + 1 where ${own}
  returning id, version`;

/** What a member of staff leaves behind: the tasks that are theirs. A snoozed one stays snoozed. */
@Injectable()
export class HandOverTasks implements WorkInHand, OnModuleInit {
  readonly kind = 'task';
  readonly needs = taskPermissions.work;

  constructor(private readonly handOvers: HandOver) {}

  onModuleInit(): void {
    this.handOvers.register(this);
  }

  async count(transaction: Transaction, staffId: string): Promise<number> {
    return (await transaction.row<{ count: number }>('hand-over-tasks.count', count, [staffId]))!.count;
  }

  async handOver(transaction: Transaction, from: string, to: string | null): Promise<number> {
    const given = await transaction.rows<{ id: string; version: number }>('hand-over-tasks.give', give, [from, to]);
    for (const { id, version } of given) {
      transaction.record({ kind: 'act', verb: 'task.handOver', subject: 'task', subjectId: id });
      transaction.announce({ name: 'task.changed', subject: 'task', subjectId: id, version, audience: [transaction.actor.organisationId] });
    }
    return given.length;
  }
}
