import { presenceChanged, presenceSeconds, type tellPresence } from '@lotse/identity/model';
import type { BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** Nobody is at more things than that at the same time; the oldest are forgotten. */
const placesAtMost = 10;

/** Answers what was true before. */
const arrive = `
  with before as (
    select doing from presence
    where staff_id = current_staff() and subject = $1 and subject_id = $2 and seen_at > now() - make_interval(secs => ${presenceSeconds})
  ), written as (
    insert into presence (staff_id, organisation_id, subject, subject_id, doing)
    values (current_staff(), current_organisation(), $1, $2, $3)
    on conflict (staff_id, subject, subject_id) do update set doing = excluded.doing, seen_at = now()
  )
  select doing from before`;

const leave = 'delete from presence where staff_id = current_staff() and subject = $1 and subject_id = $2';

const forget = `
  delete from presence where staff_id = current_staff() and (
    seen_at < now() - make_interval(secs => ${presenceSeconds})
    or (subject, subject_id) in (
      select subject, subject_id from presence where staff_id = current_staff() order by seen_at desc offset ${placesAtMost}))`;

/** Notes that somebody looks at something or writes about it. Colleagues hear of it at once, but only when something is new. */
@Injectable()
export class TellPresence {
  async run(transaction: Transaction, { subject, id, doing }: BodyOf<typeof tellPresence>): Promise<void> {
    const isNew = doing === 'left' ? await this.leave(transaction, subject, id) : await this.arrive(transaction, subject, id, doing);
    transaction.send('presence.forget', forget);
    if (!isNew) return;
    const { organisationId } = transaction.actor;
    transaction.announce({ name: presenceChanged, subject: 'presence', subjectId: id, version: 0, audience: [organisationId] });
  }

  private async arrive(transaction: Transaction, subject: string, id: string, doing: string): Promise<boolean> {
    const before = await transaction.row<{ doing: string }>('presence.arrive', arrive, [subject, id, doing]);
    return before?.doing !== doing;
  }

  private async leave(transaction: Transaction, subject: string, id: string): Promise<boolean> {
    return (await transaction.change('presence.leave', leave, [subject, id])) > 0;
  }
}
