import { newId, notFound, refuse, Refusal, versionStale, type AnswerOf, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import {
  expectedWaitChanged,
  expectedWaitUnchanged,
  type changeExpectedWait,
  type ExpectedWaitChanged,
  type readExpectedWait,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';

interface Said {
  serviceName: string;
  weeks: number | null;
  note: string | null;
  version: number;
}

const said = `
  select name as "serviceName", expected_wait_weeks as weeks, expected_wait_note as note, expected_wait_version as version
  from service where id = $1 and organisation_id = current_organisation()`;
/** Whoever refers to their own house knows. */
const waiting = `
  select count(*)::int as entries,
    coalesce(array_agg(distinct r.referrer_organisation_id) filter (where r.referrer_organisation_id <> current_organisation()), '{}') as referrers
  from waiting_list_entry e join referral r on r.id = e.referral_id where e.service_id = $1 and e.state in ('waiting', 'offered', 'suspended')`;
const before = `
  select c.weeks, c.note, c.at, s.display_name as "byName", c.told from expected_wait_change c join staff s on s.id = c.staff_id
  where c.service_id = $1 order by c.at desc limit 12`;
const say = 'select say_expected_wait($1, $2, $3, $4) as version';
const keep = `
  insert into expected_wait_change (id, region_id, organisation_id, service_id, weeks_before, weeks, note, staff_id, told)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5, current_staff(), $6)`;

/** What a service says of the wait. Changing it tells each referring organisation once, whoever they have on the list. */
@Injectable()
export class ExpectedWaits {
  async read(transaction: Transaction, serviceId: string): Promise<AnswerOf<typeof readExpectedWait>> {
    const now = await this.said(transaction, serviceId);
    const { entries, referrers } = await this.waiting(transaction, serviceId);
    const earlier = await transaction.rows<{ weeks: number | null; note: string | null; at: Date; byName: string; told: number }>(
      'expected-wait.before',
      before,
      [serviceId],
    );
    return { ...now, entries, referrers: referrers.length, earlier: earlier.map((one) => ({ ...one, at: one.at.toISOString() })) };
  }

  async change(
    transaction: Transaction,
    serviceId: string,
    version: number,
    { weeks, note }: BodyOf<typeof changeExpectedWait>,
  ): Promise<AnswerOf<typeof changeExpectedWait>> {
    const now = await this.said(transaction, serviceId);
    refuse(now.version === version ? undefined : versionStale({ context: { version: now.version } }));
    refuse(now.weeks === weeks && now.note === note ? expectedWaitUnchanged() : undefined);
    const { referrers } = await this.waiting(transaction, serviceId);
    const done = await transaction.row<{ version: number | null }>('expected-wait.say', say, [serviceId, weeks, note, version]);
    if (!done?.version) throw new Refusal(versionStale());
    transaction.send('expected-wait.keep', keep, [newId(), serviceId, now.weeks, weeks, note, referrers.length]);
    transaction.record({ kind: 'act', verb: 'waitingList.changeExpectedWait', subject: 'service', subjectId: serviceId });
    this.tell(transaction, serviceId, done.version, referrers);
    return { version: done.version, told: referrers.length };
  }

  private async said(transaction: Transaction, serviceId: string): Promise<Said> {
    const found = await transaction.row<Said>('expected-wait.said', said, [serviceId]);
    if (!found) throw new Refusal(notFound());
    return found;
  }

  private async waiting(transaction: Transaction, serviceId: string): Promise<{ entries: number; referrers: string[] }> {
    return (await transaction.row<{ entries: number; referrers: string[] }>('expected-wait.waiting', waiting, [serviceId]))!;
  }

  private tell(transaction: Transaction, serviceId: string, version: number, referrers: readonly string[]): void {
    const { organisationId } = transaction.actor;
    const payload: ExpectedWaitChanged = { serviceId, recipientOrganisationId: organisationId, referrerOrganisationIds: referrers };
    transaction.tell({ name: expectedWaitChanged, subject: 'service', subjectId: serviceId, version, audience: [organisationId], payload });
  }
}
