import { byFit, enquirySchema, type AdviceThread, type Enquiry } from '@lotse/advice/model';
import { notFound, Refusal } from '@lotse/kernel';
import { shownTo } from '@lotse/people/model';
import { bornOf, partsFrom, partsOfPerson } from '@lotse/people/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

type ThreadRow = Omit<AdviceThread, 'dueAt'> & { dueAt: string | null };
type Row = Omit<Enquiry, 'hidden' | 'threads' | 'createdAt'> & { createdAt: Date; threads: ThreadRow[]; parts: string | null };

const messages = `
  (select coalesce(json_agg(json_build_object('id', m.id, 'act', m.act, 'organisationId', m.organisation_id, 'organisationName', o.name,
     'staffName', f.display_name, 'at', m.at, 'text', m.text) order by m.at, m.id), '[]')
   from advice_message m join organisation o on o.id = m.organisation_id join staff f on f.id = m.staff_id where m.thread_id = t.id)`;

const threads = `
  (select coalesce(json_agg(json_build_object('id', t.id, 'serviceId', t.service_id, 'serviceName', s.name,
     'provider', json_build_object('organisationId', t.provider_organisation_id, 'organisationName', v.name), 'state', t.state,
     'custodian', t.custodian, 'dueAt', t.due_at, 'verdict', t.verdict, 'fromDay', t.from_day, 'weeks', t.weeks,
     'recommendation', t.recommendation, 'text', t.answer_text, 'messages', ${messages}, 'version', t.version) order by t.id), '[]')
   from advice_thread t join service s on s.id = t.service_id join organisation v on v.id = t.provider_organisation_id
   where t.enquiry_id = e.id)`;

const text = `
  select e.id, e.reference, e.kind, e.person_id as "personId", nullif(concat_ws(', ', p.family_name, nullif(p.given_name, '')), '') as "personName",
    ${bornOf('p')} as "birthDate", json_build_object('organisationId', e.asker_organisation_id, 'organisationName', a.name) as asker,
    b.display_name as "askerName", e.answer_by::text as "answerBy", e.created_at as "createdAt",
    json_build_object('question', e.question, 'diagnosis', e.diagnosis, 'certainty', e.certainty, 'medication', e.medication,
      'triedSoFar', e.tried_so_far, 'urgency', e.urgency, 'age', e.age, 'postcode', e.postcode, 'category', e.category, 'needs', e.needs) as content,
    ${threads} as threads,
    (select r.id from referral r where r.origin ->> 'enquiryId' = e.id::text and e.asker_organisation_id = current_organisation() limit 1) as "referralId",
    e.version, case when e.person_id is null then null else ${partsOfPerson('p')} end as parts
  from enquiry e join organisation a on a.id = e.asker_organisation_id join staff b on b.id = e.asked_by left join person p on p.id = e.person_id
  where e.id = $1`;

const asInstant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

/** One enquiry, for whoever asked with all answers in the order of what fits, for a service with its own; cut to what was released. */
@Injectable()
export class ReadEnquiry {
  async run(transaction: Transaction, id: string): Promise<Enquiry> {
    const row = await transaction.row<Row>('enquiry.read', text, [id]);
    if (!row) throw new Refusal(notFound());
    const { parts: given, createdAt, ...found } = row;
    const parts = partsFrom(given);
    const isOwn = row.asker.organisationId === transaction.actor.organisationId;
    const people = row.personId ? [row.personId] : [];
    transaction.shows({ people, parts: parts ?? undefined, basis: isOwn ? 'own' : 'release' });
    const whole = {
      ...found,
      createdAt: createdAt.toISOString(),
      threads: row.threads.map(threadOf).sort(byFit),
    };
    return shownTo(enquirySchema, whole, parts);
  }
}

const threadOf = (thread: ThreadRow): AdviceThread => ({
  ...thread,
  dueAt: asInstant(thread.dueAt),
  messages: thread.messages.map((message) => ({ ...message, at: asInstant(message.at)! })),
});
