import { Database } from '@lotse/server-kit/database';
import { escalationHours } from '@lotse/task/model';
import { Injectable } from '@nestjs/common';

const atMost = 200;

/** What lies too long becomes work of those who lead: a task of its own, once. Nothing is ended, nothing is hidden. */
@Injectable()
export class EscalateTasks {
  constructor(private readonly database: Database) {}

  run(): Promise<number> {
    return this.database.asSystem(async (transaction) => {
      const made = await transaction.rows<{ id: string; organisationId: string }>(
        'task.escalate',
        'select task_id as id, organisation_id as "organisationId" from escalate_tasks($1, $2)',
        [JSON.stringify(escalationHours), atMost],
      );
      for (const { id, organisationId } of made) {
        transaction.announce({ name: 'task.opened', subject: 'task', subjectId: id, version: 1, audience: [organisationId] });
      }
      return made.length;
    });
  }
}
