import type { AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import type { readWaitingLists } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';

type Item = AnswerOf<typeof readWaitingLists>['items'][number];

const text = `
  select service.id, service.name as "serviceName", list.waiting, list.overdue,
    (select count(*)::int from slot where slot.service_id = service.id and slot.state = 'open' and lower(slot.during) > now()) as "openSlots"
  from service cross join lateral (
    select count(*)::int as waiting, count(*) filter (where e.received_at + make_interval(secs => e.target_days * 86400) < now())::int as overdue
    from waiting_list_entry e where e.service_id = service.id and e.state in ('waiting', 'offered', 'suspended')) list
  where service.organisation_id = current_organisation() and (service.accepts_referrals or list.waiting > 0)
  order by service.name, service.id`;

/** The lists of the own organisation, with how many wait, how many of them past their target, and how many slots are free. */
@Injectable()
export class ReadWaitingLists {
  constructor(private readonly expire: ExpireBeforeReading) {}

  async run(transaction: Transaction): Promise<AnswerOf<typeof readWaitingLists>> {
    await this.expire.run(transaction);
    return { items: await transaction.rows<Item>('waiting-lists.read', text) };
  }
}
