import { addCalendarDays, calendarDayOf, instantAt, newId, notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import type { startListChecks } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';

type Started = AnswerOf<typeof startListChecks>;
type Result = Started['items'][number]['result'];

const ownService = 'select name from service where id = $1 and organisation_id = current_organisation()';
const look = `
  select e.id, e.state in ('waiting', 'offered', 'suspended') as "isWaiting",
    exists (select from list_check c where c.entry_id = e.id and c.kind = 'validation' and c.state in ('open', 'to_decide')) as "isAsked"
  from waiting_list_entry e where e.id = any ($1) and e.service_id = $2 order by e.id for update of e`;
const begin = `
  insert into list_round (id, region_id, organisation_id, service_id, kind, source, begins_on, due_at, opened_by)
  values ($1, current_region(), current_organisation(), $2, 'validation', 'asked', $3, $4, current_staff())`;
const ask = `
  insert into list_check (id, region_id, organisation_id, referrer_organisation_id, round_id, entry_id, referral_id, person_id, kind)
  select x.id, current_region(), current_organisation(), r.referrer_organisation_id, $1, e.id, e.referral_id, e.person_id, 'validation'
  from unnest($2::uuid[], $3::uuid[]) as x (id, entry_id) join waiting_list_entry e on e.id = x.entry_id join referral r on r.id = e.referral_id`;
const withinDays = 28;

/** Asks chosen people whether the place is still needed, in a round of their own. Each gets a result; one who cannot be asked stops nobody. */
@Injectable()
export class StartListChecks {
  constructor(private readonly tasks: Tasks) {}

  async run(transaction: Transaction, serviceId: string, entryIds: readonly string[]): Promise<Started> {
    const service = await transaction.row<{ name: string }>('list-checks.own-service', ownService, [serviceId]);
    if (!service) throw new Refusal(notFound());
    const wanted = [...new Set(entryIds)];
    const found = await transaction.rows<{ id: string; isWaiting: boolean; isAsked: boolean }>('list-checks.look', look, [
      wanted,
      serviceId,
    ]);
    const resultOf = new Map<string, Result>(
      found.map(({ id, isWaiting, isAsked }) => [id, !isWaiting ? 'not_waiting' : isAsked ? 'already_open' : 'asked']),
    );
    const asked = wanted.filter((id) => resultOf.get(id) === 'asked');
    const roundId = asked.length > 0 ? this.begin(transaction, serviceId, service.name, asked) : null;
    return { roundId, items: wanted.map((entryId) => ({ entryId, result: resultOf.get(entryId) ?? 'not_found' })) };
  }

  private begin(transaction: Transaction, serviceId: string, service: string, entryIds: readonly string[]): string {
    const roundId = newId();
    const today = calendarDayOf(new Date());
    const dueAt = instantAt(addCalendarDays(today, withinDays), '17:00');
    transaction.send('list-checks.begin', begin, [roundId, serviceId, today, dueAt]);
    transaction.send('list-checks.ask', ask, [roundId, entryIds.map(() => newId()), entryIds]);
    this.tasks.open(transaction, {
      key: `list-round:${roundId}`,
      kind: 'list_to_validate',
      subject: 'list-round',
      subjectId: roundId,
      organisationId: transaction.actor.organisationId,
      dueAt,
      facts: { service, people: entryIds.length },
    });
    transaction.record({ kind: 'act', verb: 'listCheck.ask', subject: 'list-round', subjectId: roundId, amount: entryIds.length });
    return roundId;
  }
}
