import { enquiryRowSchema, type countEnquiries, type EnquiryRow, type readEnquiries } from '@lotse/advice/model';
import type { AnswerOf, QueryOf } from '@lotse/kernel';
import { shownTo } from '@lotse/people/model';
import { partsFrom, partsOfPerson } from '@lotse/people/server';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

type Row = Omit<EnquiryRow, 'hidden' | 'dueAt' | 'updatedAt' | 'turn'> & {
  rank: number;
  dueAt: Date | null;
  updatedAt: Date;
  sortKey: string;
  parts: string | null;
};

const shared = `
  e.id as "enquiryId", e.reference, e.kind, nullif(concat_ws(', ', p.family_name, nullif(p.given_name, '')), '') as "personName", e.age, e.category, e.urgency,
  left(coalesce(e.question, e.needs, e.diagnosis), 240) as summary,
  json_build_object('organisationId', e.asker_organisation_id, 'organisationName', a.name) as asker,
  case when e.person_id is null then null else ${partsOfPerson('p')} end as parts`;

const others = `
  cross join lateral (select count(*)::int as asked, count(*) filter (where t.verdict is not null or t.state = 'referrer_to_review'
      or exists (select from advice_message m where m.thread_id = t.id and m.act = 'answer'))::int as answered,
    string_agg(s.name, ', ' order by s.name) as services, (array_agg(t.state order by t.custodian = 'referrer' desc, t.due_at nulls last))[1] as state
  from advice_thread t join service s on s.id = t.service_id where t.enquiry_id = e.id) o`;

const boxes = {
  sent: {
    columns: `e.id, ${shared}, e.asker_rank as rank, e.due_at as "dueAt", e.updated_at as "updatedAt", o.asked, o.answered,
      o.services as "serviceName", o.state`,
    from: `enquiry e join organisation a on a.id = e.asker_organisation_id left join person p on p.id = e.person_id ${others}
      where e.asker_organisation_id = current_organisation()`,
    rank: 'e.asker_rank',
    sorted: 'e',
  },
  received: {
    columns: `t.id, ${shared}, t.provider_rank as rank, t.due_at as "dueAt", t.updated_at as "updatedAt", 1 as asked,
      (t.verdict is not null or t.answer_text is not null)::int as answered, s.name as "serviceName", t.state`,
    from: `advice_thread t join enquiry e on e.id = t.enquiry_id join organisation a on a.id = e.asker_organisation_id
      join service s on s.id = t.service_id left join person p on p.id = e.person_id
      where t.provider_organisation_id = current_organisation()`,
    rank: 't.provider_rank',
    sorted: 't',
  },
} as const;

/** Open ones: what waits here first, then by due date. Ended ones: newest first. */
function statement(box: keyof typeof boxes, ended: boolean): string {
  const { columns, from, rank, sorted } = boxes[box];
  if (ended)
    return `select ${columns}, ${sorted}.updated_at::text as "sortKey" from ${from} and ${rank} = 2
      and ($1::timestamptz is null or (${sorted}.updated_at, ${sorted}.id) < ($1, $2::uuid))
      order by ${sorted}.updated_at desc, ${sorted}.id desc limit $3`;
  return `select ${columns}, ${sorted}.due_at::text as "sortKey" from ${from} and ${rank} < 2
    and ($4::int is null or (${rank}, ${sorted}.due_at, ${sorted}.id) > ($4, $1::timestamptz, $2::uuid))
    order by ${rank}, ${sorted}.due_at, ${sorted}.id limit $3`;
}

const turns = ['mine', 'theirs', 'nobody'] as const;

const counts = `
  select (select count(*)::int from enquiry where asker_organisation_id = current_organisation() and asker_rank = 0) as "sentMine",
    (select count(*)::int from advice_thread where provider_organisation_id = current_organisation() and provider_rank = 0) as "receivedMine",
    (select count(*)::int from advice_thread where custodian_organisation_id = current_organisation() and due_at < now()) as overdue`;

/** Enquiries as worklists, and how many wait. */
@Injectable()
export class ReadEnquiries {
  async run(transaction: Transaction, query: QueryOf<typeof readEnquiries>): Promise<AnswerOf<typeof readEnquiries>> {
    const { box, limit, cursor } = query;
    const ended = query.ended === 'true';
    const [rank, sortKey, id] = readCursor(cursor, 3);
    const values = [sortKey, id, limit + 1, ...(ended ? [] : [rank])];
    const rows = await transaction.rows<Row>(`enquiries.${box}${ended ? '.ended' : ''}`, statement(box, ended), values);
    transaction.shows({ basis: box === 'sent' ? 'own' : 'release' });
    return asPage(rows, limit, (row) => [row.rank, row.sortKey, row.id], rowOf);
  }

  async count(transaction: Transaction): Promise<AnswerOf<typeof countEnquiries>> {
    return (await transaction.row<AnswerOf<typeof countEnquiries>>('enquiries.count', counts))!;
  }
}

function rowOf({ rank, sortKey: _, parts, dueAt, updatedAt, ...row }: Row): EnquiryRow {
  const whole = { ...row, turn: turns[rank]!, dueAt: dueAt?.toISOString() ?? null, updatedAt: updatedAt.toISOString() };
  return shownTo(enquiryRowSchema, whole, partsFrom(parts));
}
