import { HandOver, type WorkInHand } from '@lotse/identity/server';
import { assignReferrals } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Desks, type DeskRecord } from '../desks';

/** Referrals that are still open and in somebody's hands. */
const inHand = `
  from referral_desk d join referral r on r.id = d.referral_id
  where d.organisation_id = current_organisation() and d.assignee_id = $1 and r.state not in ('closed', 'withdrawn', 'entered_in_error')`;
const count = `select count(*)::int as count ${inHand}`;
const load = `
  select r.id, r.person_id as "personId", r.state, r.due_at as "dueAt", r.version, d.assignee_id as "assigneeId", null as "snoozedUntil"
  ${inHand} order by r.id for update of d`;
const give = `
  update referral_desk set assignee_id = $2
  where organisation_id = current_organisation() and assignee_id = $1 and referral_id = any ($3)`;

/** What a member of staff leaves behind: the referrals they had taken on. */
@Injectable()
export class HandOverReferrals implements WorkInHand, OnModuleInit {
  readonly kind = 'referral';
  readonly needs = assignReferrals.may;

  constructor(
    private readonly desks: Desks,
    private readonly handOvers: HandOver,
  ) {}

  onModuleInit(): void {
    this.handOvers.register(this);
    this.handOvers.registerOpen(openReferralsOf);
  }

  async count(transaction: Transaction, staffId: string): Promise<number> {
    return (await transaction.row<{ count: number }>('hand-over.count', count, [staffId]))!.count;
  }

  async handOver(transaction: Transaction, from: string, to: string | null): Promise<number> {
    const records = await transaction.rows<DeskRecord>('hand-over.load', load, [from]);
    if (records.length === 0) return 0;
    transaction.send('hand-over.give', give, [from, to, records.map(({ id }) => id)]);
    for (const record of records) this.desks.changed(transaction, record, to === null ? 'referral.unassign' : 'referral.assign');
    return records.length;
  }
}

/** Referrals of an organisation of the county that have not ended, whichever side it is on. */
async function openReferralsOf(transaction: Transaction, organisationId: string): Promise<number> {
  const row = await transaction.row<{ count: number }>('hand-over.open-in', 'select open_referrals_of($1) as count', [organisationId]);
  return row!.count;
}
