import { kindsFor, type TaskKind } from '@lotse/task/model';
import type { Client } from 'pg';
import { organisations } from '../county/organisations';

/** So many of each role's tasks are late, by some hours: on any day there is something to catch up on, and nothing has grown out of it yet. */
const atMost = 4;

/** Their day comes from elsewhere, such as the day a question is to be answered by. */
const dayComesFromElsewhere: readonly TaskKind[] = [
  'question_due',
  'question_due_at_recipient',
  'deadline_of_referrer',
  'deadline_of_recipient',
  'break_glass_review',
];

/** Some work of every role that signs in to the demo should have been done by now. */
export async function lateTasks(owner: Client): Promise<void> {
  for (const { email, roles } of organisations.flatMap(({ staff }) => staff)) {
    if (!email.endsWith('@demo.example')) continue;
    const kinds = kindsFor(roles).filter((kind) => !dayComesFromElsewhere.includes(kind));
    await owner.query(
      `update task t set opened_at = least(t.opened_at, now() - interval '3 days'), due_at = now() - late.nth * interval '3 hours'
       from (select i.id, row_number() over (order by i.due_at, i.id) as nth from task i join staff s on s.organisation_id = i.organisation_id
         where s.email = $1 and i.ended_at is null and i.snoozed_until is null and i.due_at > now() and i.kind = any ($2)) late
       where t.id = late.id and late.nth <= greatest(0, $3 - (select count(*) from task o where o.organisation_id = t.organisation_id
         and o.ended_at is null and o.due_at <= now() and o.kind = any ($2)))`,
      [email, kinds, atMost],
    );
  }
}
