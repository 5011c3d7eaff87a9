import type { AnswerOf } from '@lotse/kernel';
import { statesToTriage, type countReferrals } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { isSnoozed } from '../referral-row';

type Counts = AnswerOf<typeof countReferrals>;
type Row = Omit<Counts, 'nextSnoozed'> & { nextSnoozed: Date | null };

const text = `
  with mine as (
    select state, custodian_organisation_id = current_organisation() as waits, due_at < now() as overdue,
      coalesce(recipient_organisation_id = current_organisation(), false) as received,
      d.assignee_id as assignee, state = any ($1) as undecided, case when ${isSnoozed} then d.snoozed_until end as snoozed
    from referral r left join lateral (select assignee_id, snoozed_until, snoozed_version from referral_desk
      where referral_id = r.id and organisation_id = current_organisation() limit 1) d on true
    where state not in ('closed', 'withdrawn', 'entered_in_error')
      and (referrer_organisation_id = current_organisation() or (recipient_organisation_id = current_organisation() and state <> 'draft')))
  select count(*) filter (where received and state = 'requested' and snoozed is null)::int as "inboxNew",
    count(*) filter (where received and waits and snoozed is null)::int as "inboxMine",
    count(*) filter (where not received and waits and state <> 'draft' and snoozed is null)::int as "sentMine",
    count(*) filter (where state = 'draft')::int as drafts,
    count(*) filter (where waits and overdue)::int as overdue,
    count(*) filter (where received and undecided and snoozed is null and assignee = current_staff())::int as "toTriageMine",
    count(*) filter (where received and undecided and snoozed is null and assignee is null)::int as "toTriageNobodys",
    count(snoozed) filter (where received)::int as snoozed, min(snoozed) filter (where received) as "nextSnoozed",
    count(snoozed) filter (where not received)::int as "sentSnoozed"
  from mine`;

/** How much waits for the own organisation. */
@Injectable()
export class CountReferrals {
  async run(transaction: Transaction): Promise<Counts> {
    const counted = (await transaction.row<Row>('referrals.count', text, [statesToTriage]))!;
    return { ...counted, nextSnoozed: counted.nextSnoozed?.toISOString() ?? null };
  }
}
