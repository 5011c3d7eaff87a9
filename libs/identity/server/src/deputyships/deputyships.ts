import {
  deputyshipNotRunning,
  notWhileDeputy,
  refusedDays,
  unknownDeputy,
  type arrangeDeputyship,
  type Deputyship,
} from '@lotse/identity/model';
import { newId, notFound, notPermitted, refuse, Refusal, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const today = `(now() at time zone 'Europe/Berlin')::date`;
const read = `
  select d.id, json_build_object('id', a.id, 'displayName', a.display_name) as absent,
    json_build_object('id', s.id, 'displayName', s.display_name, 'organisation', so.name) as deputy, o.name as organisation,
    d.from_day::text as "fromDay", d.until_day::text as "untilDay", d.reason,
    case when d.ended_at is not null or d.until_day < ${today} then 'over' when d.from_day > ${today} then 'coming' else 'running' end as state
  from deputyship d join staff a on a.id = d.absent_id join staff s on s.id = d.deputy_id
    join organisation o on o.id = d.organisation_id join organisation so on so.id = s.organisation_id
  where ($1 and d.organisation_id = current_organisation() or current_staff() in (d.absent_id, d.deputy_id)) and d.until_day > ${today} - 90
  order by d.ended_at is not null, d.until_day < ${today}, d.from_day, d.id limit 300`;
const dayOfToday = `select ${today}::text as day`;
/** Two people of the county who both work, in two different places or the same. */
const pair = `
  select exists (select from staff s where s.id = $1 and s.organisation_id = current_organisation() and s.disabled_at is null
      and not s.roles @> '{system}') as "absentKnown",
    exists (select from staff s join organisation o on o.id = s.organisation_id where s.id = $2 and s.disabled_at is null
      and o.region_id = current_region() and o.retired_at is null and not s.roles @> '{system}') as "deputyKnown"`;
const arrange = `
  insert into deputyship (id, region_id, organisation_id, absent_id, deputy_id, from_day, until_day, reason, arranged_by)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5, $6, current_staff())`;
const end = `
  update deputyship set ended_at = now(), ended_by = current_staff()
  where id = $1 and ended_at is null and ($2 and organisation_id = current_organisation() or current_staff() in (absent_id, deputy_id))`;

const isAdministrator = (transaction: Transaction): boolean => transaction.actor.roles.includes('org_admin');

/** Who stands in for whom. Whether one may act for somebody is decided by the database with every request. */
@Injectable()
export class Deputyships {
  read(transaction: Transaction): Promise<Deputyship[]> {
    return transaction.rows<Deputyship>('deputyships.read', read, [isAdministrator(transaction)]);
  }

  async arrange(transaction: Transaction, body: BodyOf<typeof arrangeDeputyship>): Promise<string> {
    const { actor } = transaction;
    const absentId = body.absentId ?? actor.staffId;
    await this.refuseUnlessPossible(transaction, absentId, body);
    const id = newId();
    transaction.send('deputyship.arrange', arrange, [id, absentId, body.deputyId, body.fromDay, body.untilDay, body.reason ?? null]);
    transaction.record({ kind: 'act', verb: 'deputyship.arrange', subject: 'deputyship', subjectId: id, basis: 'administration' });
    return id;
  }

  async end(transaction: Transaction, id: string): Promise<void> {
    const ended = await transaction.change('deputyship.end', end, [id, isAdministrator(transaction)]);
    if (ended === 0) throw new Refusal(notFound());
    transaction.record({ kind: 'act', verb: 'deputyship.end', subject: 'deputyship', subjectId: id, basis: 'administration' });
  }

  /** The session acts for somebody else from its next request on; null: for itself. */
  async actFor(transaction: Transaction, id: string | null): Promise<void> {
    const done = await transaction.row<{ done: boolean }>('deputyship.act', 'select act_for($1) as done', [id]);
    if (!done!.done) throw new Refusal(deputyshipNotRunning());
    const verb = id === null ? 'deputyship.goBack' : 'deputyship.actFor';
    transaction.record({ kind: 'act', verb, subject: 'deputyship', subjectId: id ?? transaction.actor.deputyshipId ?? null });
  }

  private async refuseUnlessPossible(
    transaction: Transaction,
    absentId: string,
    { deputyId, fromDay, untilDay }: BodyOf<typeof arrangeDeputyship>,
  ): Promise<void> {
    const { actor } = transaction;
    if (actor.deputyshipId) throw new Refusal(notWhileDeputy());
    if (absentId !== actor.staffId && !isAdministrator(transaction)) throw new Refusal(notPermitted());
    const [{ day }, known] = await Promise.all([
      transaction.row<{ day: string }>('deputyship.today', dayOfToday).then((row) => row!),
      transaction.row<{ absentKnown: boolean; deputyKnown: boolean }>('deputyship.pair', pair, [absentId, deputyId]),
    ]);
    refuse(refusedDays(fromDay, untilDay, day));
    if (!known!.absentKnown) throw new Refusal(notFound());
    if (!known!.deputyKnown || deputyId === absentId) throw new Refusal(unknownDeputy());
  }
}
