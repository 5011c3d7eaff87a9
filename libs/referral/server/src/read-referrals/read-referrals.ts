import type { AnswerOf, QueryOf } from '@lotse/kernel';
import type { readReferrals } from '@lotse/referral/model';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { asReferralRow, referralRowColumns, referralRowTables, type ReferralRowRecord } from '../referral-row';

type Query = QueryOf<typeof readReferrals>;
type Row = ReferralRowRecord & { sortKey: string };

/** The side of a box. Sent ones include drafts; an inbox never shows somebody else's draft. */
const boxes = {
  inbox: `r.recipient_organisation_id = current_organisation() and r.state <> 'draft'`,
  sent: `r.referrer_organisation_id = current_organisation()`,
} as const;

const urgencyRank = `array_position(array['emergency','very_urgent','urgent','acute_treatment','soon','routine'], coalesce(r.urgency, 'routine'))`;

/** What each order sorts by, as one value that can be compared; the id breaks ties. Fixed instants keep drafts without a clock last. */
const orders = {
  due: `coalesce(r.due_at, 'infinity')`,
  sent: `coalesce(r.clock_started_at, 'infinity')`,
  urgency: `(lpad(${urgencyRank}::text, 2, '0') || ' ' || to_char(coalesce(r.clock_started_at, '9999-01-01') at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'))`,
} as const;

const open = `r.state not in ('closed', 'withdrawn', 'entered_in_error')`;

/** The text of a list: boxes, orders and filters are ours, what the caller sent is only ever a value. */
function textFor(query: Query): { name: string; text: string; values: unknown[] } {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const order = orders[query.sort];
  const type = query.sort === 'urgency' ? 'text' : 'timestamptz';
  const [after, afterId] = readCursor(query.cursor, 2);
  const conditions: string[] = [
    boxes[query.box],
    query.state ? `r.state = any (${value(query.state)})` : open,
    ...(query.urgency ? [`r.urgency = any (${value(query.urgency)})`] : []),
    ...(query.mine === 'true' ? ['r.custodian_organisation_id = current_organisation()'] : []),
    ...(query.text ? [nameOrReference(value(`${escaped(query.text)}%`))] : []),
    ...(after === null ? [] : [`(${order}, r.id) > (${value(after)}::${type}, ${value(afterId)}::uuid)`]),
  ];
  const shape = [
    query.box,
    query.sort,
    ...(['state', 'urgency', 'text'] as const).filter((filter) => query[filter]),
    query.mine ?? '',
    after === null ? '' : 'next',
  ];
  return {
    name: `referrals.${shape.join('.')}`,
    text: `select ${referralRowColumns}, (${order})::text as "sortKey" from ${referralRowTables}
      where ${conditions.join(' and ')} order by ${order}, r.id limit ${value(query.limit + 1)}`,
    values,
  };
}

const escaped = (typed: string) => typed.toLowerCase().replace(/[\\%_]/g, '\\$&');
const nameOrReference = (pattern: string) =>
  `(p.search_name like ${pattern} or lower(p.given_name) like ${pattern} or lower(r.reference) like ${pattern})`;

/** A page of the inbox or of what was sent. */
@Injectable()
export class ReadReferrals {
  async run(transaction: Transaction, query: Query): Promise<AnswerOf<typeof readReferrals>> {
    const { name, text, values } = textFor(query);
    const rows = await transaction.rows<Row>(name, text, values);
    return asPage(rows, query.limit, ({ sortKey, id }) => [sortKey, id], asReferralRow);
  }
}
