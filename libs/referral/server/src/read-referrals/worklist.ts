import type { Box, ReferralSort, referralLifecycle } from '@lotse/referral/model';
import { readCursor, type Transaction } from '@lotse/server-kit/database';
import { isSnoozed, referralRowColumns, referralRowTables, referralsOnDesk, type ReferralRowRecord } from '../referral-row';
import { fitting, seek, type Sought } from './sought';

/** What cuts a worklist down, as contracts give it. */
export interface WorklistFilter {
  box: Box;
  state?: readonly (typeof referralLifecycle.states)[number][];
  urgency?: readonly string[];
  sought?: Sought;
  mine?: 'true' | 'false';
  assignee?: string;
  snoozed?: 'only' | 'hidden' | 'shown';
  sort: ReferralSort;
}

/** A statement, prepared under a name that says its shape. */
export interface Worklist {
  name: string;
  text: string;
  values: unknown[];
}

type Key = 'due' | 'sent' | 'urgency' | 'person';

/** The side of a box. Sent ones include drafts; an inbox never shows somebody else's draft. */
const boxes: Record<Box, string> = {
  inbox: `r.recipient_organisation_id = current_organisation() and r.state <> 'draft'`,
  // What came on paper is received here, and sent only once it was handed on.
  sent: `r.referrer_organisation_id = current_organisation()
    and (r.came_by is null or r.recipient_organisation_id is distinct from current_organisation())`,
};

const open = `r.state not in ('closed', 'withdrawn', 'entered_in_error')`;
const ended: readonly string[] = ['closed', 'withdrawn', 'entered_in_error'];
/** Not `coalesce`: under row security the database reads an index only by what it knows to be silent about hidden rows (0068). */
const orNever = (column: string) => `(case when ${column} is null then 'infinity' else ${column} end)`;
const clock = orNever('r.clock_started_at');

/** What each order sorts by and of what type it is; the id breaks ties. Written as the indexes are, so that they are read in order. */
function orderOf(key: Key, filter: WorklistFilter): [expression: string, type: string][] {
  const withEnded = filter.state?.some((state) => ended.includes(state)) ?? false;
  const received = filter.box === 'inbox' && !withEnded;
  switch (key) {
    case 'due':
      return [[withEnded ? orNever('r.due_at') : 'r.due_at', 'timestamptz']];
    case 'sent':
      return [[received ? 'r.clock_started_at' : clock, 'timestamptz']];
    case 'urgency':
      return [
        ['urgency_rank(r.urgency)', 'integer'],
        [received ? 'r.clock_started_at' : clock, 'timestamptz'],
      ];
    case 'person':
      return [['r.person_sort', 'text']];
  }
}

/** Nobody falls silent: who looks for a name finds it, put aside or not. */
const snoozedOf = ({ snoozed, sought }: WorklistFilter) => snoozed ?? (sought ? 'shown' : 'hidden');
const snoozes = { only: isSnoozed, hidden: `${isSnoozed} is not true`, shown: undefined };

function assigned(assignee: string | undefined, value: Value): string | undefined {
  if (assignee === undefined) return undefined;
  if (assignee === 'nobody') return 'd.assignee_id is null';
  return `d.assignee_id = ${assignee === 'me' ? 'current_staff()' : value(assignee)}`;
}

/** What a row was sorted by, as texts: a JavaScript date would lose its microseconds. */
export interface SortKeys {
  sortKey: string;
  nextSortKey?: string;
}
const sortKeys: readonly (keyof SortKeys)[] = ['sortKey', 'nextSortKey'];

type Value = (given: unknown) => string;

/** What rows must fulfil. Boxes and filters are ours, what the caller sent is only ever a value. */
function conditionsOf(filter: WorklistFilter, snoozed: keyof typeof snoozes, value: Value): string[] {
  const { box, state, urgency, mine, sought, assignee, sort } = filter;
  const conditions = [
    boxes[box],
    state ? `r.state = any (${value(state)})` : open,
    urgency && `r.urgency = any (${value(urgency)})`,
    mine === 'true' && 'r.custodian_organisation_id = current_organisation()',
    sought && fitting(sought, value),
    assigned(assignee, value),
    snoozes[snoozed],
    // Whatever was sent has a clock; saying so lets the index be read that has nothing else.
    sort.endsWith('sent') && box === 'inbox' && 'r.clock_started_at is not null',
  ];
  return conditions.filter((condition) => typeof condition === 'string' && condition !== '') as string[];
}

/** The statement of a list. */
export function worklist(filter: WorklistFilter, limit: number, cursor?: string): Worklist {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const isReversed = filter.sort.startsWith('-');
  const order = orderOf(filter.sort.replace('-', '') as Key, filter);
  const after = readCursor(cursor, order.length + 1);
  const snoozed = snoozedOf(filter);
  const isOnDesk = snoozed === 'only' || (filter.assignee !== undefined && filter.assignee !== 'nobody');
  const keys = [...order.map(([expression]) => expression), 'r.id'];
  const types = [...order.map(([, type]) => type), 'uuid'];
  const conditions = conditionsOf(filter, snoozed, value);
  const sign = isReversed ? '<' : '>';
  if (cursor) conditions.push(`(${keys.join(', ')}) ${sign} (${after.map((key, at) => `${value(key)}::${types[at]}`).join(', ')})`);
  const direction = isReversed ? ' desc' : '';
  return {
    // The limit stands in the text: as a value it would make the database plan anew for every page, which takes longer than the page.
    name: `${nameOf(filter, snoozed, Boolean(cursor))}.${limit}`,
    text: `select ${referralRowColumns}, ${order.map(([expression], at) => `(${expression})::text as "${sortKeys[at]}"`).join(', ')}
      from ${isOnDesk ? referralsOnDesk : referralRowTables}
      where ${conditions.join(' and ')} order by ${keys.map((key) => key + direction).join(', ')} limit ${limit}`,
    values,
  };
}

function nameOf(filter: WorklistFilter, snoozed: string, isNext: boolean): string {
  const withEnded = filter.state?.some((state) => ended.includes(state));
  const person = filter.assignee && (['me', 'nobody'].includes(filter.assignee) ? filter.assignee : 'somebody');
  const filters = (['state', 'urgency'] as const).filter((name) => filter[name]);
  return [
    `referrals.${filter.box}.${filter.sort}`,
    ...filters,
    filter.sought && (filter.sought.few ? 'few' : 'many'),
    withEnded && 'ended',
    filter.mine === 'true' && 'mine',
    person,
    snoozed,
    isNext && 'next',
  ]
    .filter(Boolean)
    .join('.');
}

/** A row of a worklist, with what it was sorted by. */
export type WorklistRow = ReferralRowRecord & SortKeys;

/** Rows of a worklist: one more than a page has says that there is a next one. */
export async function readWorklist(
  transaction: Transaction,
  { text, ...filter }: Omit<WorklistFilter, 'sought'> & { text?: string },
  limit: number,
  cursor?: string,
): Promise<WorklistRow[]> {
  const sought = text ? await seek(transaction, text) : undefined;
  const { name, text: statement, values } = worklist({ ...filter, ...(sought ? { sought } : {}) }, limit, cursor);
  transaction.planOnce();
  return transaction.rows<WorklistRow>(name, statement, values);
}

/** What a page goes on after. */
export const sortedBy = ({ sortKey, nextSortKey, id }: WorklistRow): string[] =>
  nextSortKey === undefined ? [sortKey, id] : [sortKey, nextSortKey, id];
