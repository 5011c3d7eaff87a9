import type { AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import type { readListOutOfTurn } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { expectOwnList } from '../own-list';

type Answer = AnswerOf<typeof readListOutOfTurn>;

const months = `
  select to_char(o.offered_at at time zone 'Europe/Berlin', 'YYYY-MM') as month, count(*)::integer as offers,
    count(o.out_of_turn_reason)::integer as "outOfTurn"
  from slot_offer o join slot s on s.id = o.slot_id
  where s.service_id = $1 and o.organisation_id = current_organisation() and o.replaces_id is null
    and o.offered_at >= date_trunc('month', now() at time zone 'Europe/Berlin') - interval '5 months'
  group by 1 order by 1 desc`;

const reasons = `
  select o.offered_at as at, o.rank, f.display_name as "byName", o.out_of_turn_reason as reason
  from slot_offer o join slot s on s.id = o.slot_id join staff f on f.id = o.offered_by
  where s.service_id = $1 and o.organisation_id = current_organisation() and o.out_of_turn_reason is not null
  order by o.offered_at desc, o.id limit 20`;

/** How often somebody was taken out of turn, and why, in the words of the clinic that reads it. */
@Injectable()
export class ReadListOutOfTurn {
  async run(transaction: Transaction, serviceId: string): Promise<Answer> {
    await expectOwnList(transaction, serviceId);
    const [counted, given] = await Promise.all([
      transaction.rows<Answer['months'][number]>('out-of-turn.months', months, [serviceId]),
      transaction.rows<Omit<Answer['reasons'][number], 'at'> & { at: Date }>('out-of-turn.reasons', reasons, [serviceId]),
    ]);
    return { months: counted, reasons: given.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) };
  }
}
