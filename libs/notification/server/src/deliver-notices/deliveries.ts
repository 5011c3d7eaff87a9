import { attemptsAtMost, deliveryLifecycle, pauseAfter, type DeliveryFacts } from '@lotse/notification/model';
import { Database } from '@lotse/server-kit/database';
import type { ActOf } from '@lotse/kernel';
import { Injectable } from '@nestjs/common';

/** A delivery that this process has claimed. */
export interface ClaimedDelivery {
  id: string;
  noticeId: string;
  organisationId: string;
  regionId: string;
  attempts: number;
  address: string | null;
  reference: string | null;
}

/** A claim that nobody finished for so long was made by a process that died. */
const staleAfter = '60 seconds';

const pauses = Array.from({ length: attemptsAtMost }, (_, index) => pauseAfter(index + 1));

const claimSome = `
  with due as (
    select id from delivery
    where (state = 'queued' and (claimed_at is null or claimed_at < now() - make_interval(secs => ($2::int[])[greatest(attempts, 1)])))
      or (state = 'sending' and claimed_at < now() - interval '${staleAfter}')
    order by claimed_at nulls first limit $1 for update skip locked)
  update delivery d set state = $3, claimed_at = now(), attempts = d.attempts + 1
  from due, notice n, organisation o where d.id = due.id and n.id = d.notice_id and o.id = d.organisation_id
  returning d.id, d.notice_id as "noticeId", d.organisation_id as "organisationId", d.region_id as "regionId", d.attempts,
    o.notification_email as address, n.reference`;

const findFacts = `
  select n.kind, n.act, n.read_at is not null as "isRead",
    exists (select from referral_step u where u.undoes = n.event_id) as "isUndone", (select r.state from referral r where r.id = n.referral_id) as "referralState",
    exists (select from slot_offer o where o.id = n.offer_id and o.state = 'sent' and o.expires_at > now()) as "offerRuns",
    (select t.state from advice_thread t where t.id = n.advice_id) as "adviceState",
    exists (select from question_thread t where t.id = n.question_id and t.is_open) as "questionIsOpen",
    exists (select from slot s where s.id = n.slot_id and s.state = 'open' and lower(s.during) > now()) as "slotIsFree",
    exists (select from slot s where s.id = n.slot_id and s.published_at is not null) as "slotIsPublished"
  from notice n where n.id = $1`;

const settle = `
  update delivery set state = $3, remark = $4, sent_at = case when $3 = 'sent' then now() end
  where id = $1 and state = 'sending' and attempts = $2`;

/** Deliveries in the database. The rows are the truth: any number of processes may claim, and any of them may die. */
@Injectable()
export class Deliveries {
  constructor(private readonly database: Database) {}

  /** Claims deliveries that are due; nobody else gets them meanwhile. */
  claim(atMost: number): Promise<ClaimedDelivery[]> {
    return this.database.asSystem((transaction) =>
      transaction.rows<ClaimedDelivery>('delivery.claim', claimSome, [atMost, pauses, deliveryLifecycle.next('queued', 'claim')]),
    );
  }

  /** What is known now, seen with the eyes of the organisation that is to be told. Undefined when it does not see the notice. */
  facts({ noticeId, organisationId, regionId }: ClaimedDelivery): Promise<DeliveryFacts | undefined> {
    return this.database.asOrganisation({ organisationId, regionId }, (transaction) =>
      transaction.row<DeliveryFacts>('delivery.facts', findFacts, [noticeId]),
    );
  }

  /** Writes down what became of a claim, unless it was taken over meanwhile. */
  async settle({ id, attempts }: ClaimedDelivery, act: ActOf<typeof deliveryLifecycle>, remark: string | null = null): Promise<void> {
    const state = deliveryLifecycle.next('sending', act);
    await this.database.asSystem((transaction) => transaction.change('delivery.settle', settle, [id, attempts, state, remark]));
  }
}
