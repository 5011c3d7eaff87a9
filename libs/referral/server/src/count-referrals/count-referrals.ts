import type { AnswerOf } from '@lotse/kernel';
import type { countReferrals } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

type Counts = AnswerOf<typeof countReferrals>;

const text = `
  with mine as (
    select state, custodian_organisation_id = current_organisation() as waits, due_at < now() as overdue,
      recipient_organisation_id = current_organisation() as received
    from referral
    where state not in ('closed', 'withdrawn', 'entered_in_error')
      and (referrer_organisation_id = current_organisation() or (recipient_organisation_id = current_organisation() and state <> 'draft')))
  select count(*) filter (where received and state = 'requested')::int as "inboxNew",
    count(*) filter (where received and waits)::int as "inboxMine",
    count(*) filter (where not coalesce(received, false) and waits and state <> 'draft')::int as "sentMine",
    count(*) filter (where state = 'draft')::int as drafts,
    count(*) filter (where waits and overdue)::int as overdue
  from mine`;

/** How much waits for the own organisation. */
@Injectable()
export class CountReferrals {
  async run(transaction: Transaction): Promise<Counts> {
    return (await transaction.row<Counts>('referrals.count', text))!;
  }
}
