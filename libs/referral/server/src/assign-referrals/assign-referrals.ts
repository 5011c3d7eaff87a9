import { holds, type Role } from '@lotse/identity/model';
import { refuse, type AnswerOf, type BodyOf } from '@lotse/kernel';
import { assignReferrals, refusedOnDesk, unknownColleague } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Desks, type NotDone } from '../desks';

interface Colleague {
  id: string;
  displayName: string;
  roles: Role[];
}

const findColleague = `
  select id, display_name as "displayName", roles from staff where id = $1 and organisation_id = current_organisation() and disabled_at is null`;

const give = `
  insert into referral_desk (referral_id, organisation_id, region_id, assignee_id)
  select id, current_organisation(), current_region(), $2 from unnest($1::uuid[]) as given (id)
  on conflict (referral_id, organisation_id) do update set assignee_id = excluded.assignee_id`;

/** Gives referrals to a colleague, or to nobody. Whoever had one before is not asked: everybody of an organisation stands in for everybody. */
@Injectable()
export class AssignReferrals {
  constructor(private readonly desks: Desks) {}

  async run(transaction: Transaction, { ids, staffId }: BodyOf<typeof assignReferrals>): Promise<AnswerOf<typeof assignReferrals>> {
    const [assignee, { found, missing }] = await Promise.all([
      staffId === null ? null : this.colleague(transaction, staffId),
      this.desks.load(transaction, ids),
    ]);
    const notDone: NotDone[] = [...missing];
    const done = found.filter(({ id, state }) => {
      const problem = refusedOnDesk(state);
      if (problem) notDone.push({ id, code: problem.code, context: problem.context });
      return !problem;
    });
    const changed = done.filter(({ assigneeId }) => assigneeId !== staffId);
    if (changed.length > 0) transaction.send('desk.assign', give, [changed.map(({ id }) => id), staffId]);
    for (const record of changed) this.desks.changed(transaction, record, staffId === null ? 'referral.unassign' : 'referral.assign');
    return { done: done.map(({ id }) => ({ id, assignee })), notDone };
  }

  private async colleague(transaction: Transaction, id: string): Promise<Omit<Colleague, 'roles'>> {
    const found = await transaction.row<Colleague>('desk.colleague', findColleague, [id]);
    const mayWork = found !== undefined && holds(found.roles, assignReferrals.may);
    refuse(mayWork ? undefined : unknownColleague());
    return { id, displayName: found!.displayName };
  }
}
