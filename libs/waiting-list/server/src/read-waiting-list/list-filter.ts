import type { QueryOf } from '@lotse/kernel';
import { fitting, seek, type Sought } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { uncheckedBefore, type readWaitingList } from '@lotse/waiting-list/model';

type Asked = Pick<QueryOf<typeof readWaitingList>, 'urgency' | 'paused' | 'checks' | 'text'>;

/** Whom a list is cut down to. */
export type ListFilter = Omit<Asked, 'text'> & { sought?: Sought };

/** Some of a list: adds to the values of a statement what its condition needs, says how a statement with it is called, and whether it names few people. */
export type Only = (values: readonly unknown[]) => { name: string; text: string; values: unknown[]; isOfFew: boolean };

const today = `(now() at time zone 'Europe/Berlin')::date`;
const inPause = `exists (select from entry_pause x where x.entry_id = e.id and x.starts_on <= ${today} and (x.ends_on is null or x.ends_on >= ${today}))`;
const isAsked = `exists (select from list_check c where c.entry_id = e.id and c.state in ('open', 'to_decide'))`;
const unchecked = 'e.last_validated_at <';

export const isCutDown = ({ urgency, paused, checks, sought }: ListFilter): boolean =>
  [urgency, paused, checks, sought].some((one) => one !== undefined);

/** The filter that somebody asks for; whoever is looked for by name is found first. */
export async function filterOf(transaction: Transaction, { urgency, paused, checks, text }: Asked): Promise<ListFilter> {
  const sought = text ? await seek(transaction, text) : undefined;
  return { urgency, paused, checks, ...(sought ? { sought } : {}) };
}

const ofEntry = { person: 'e.person_id', referral: 'e.referral_id' };

function isSought(sought: Sought, value: (given: unknown) => string): string {
  const condition = fitting(sought, value, ofEntry);
  return sought.few
    ? condition
    : `exists (select from person p join referral r on r.id = e.referral_id where p.id = e.person_id and ${condition})`;
}

const conditionsOf = ({ urgency, paused, checks, sought }: ListFilter, now: Date, value: (given: unknown) => string) => [
  urgency && `e.urgency = any (${value(urgency)}::text[])`,
  paused && (paused === 'true' ? inPause : `not ${inPause}`),
  checks && (checks === 'asked' ? isAsked : `${unchecked} ${value(uncheckedBefore(now))}::timestamptz`),
  sought && isSought(sought, value),
];

const namesOf = ({ urgency, paused, checks, sought }: ListFilter) => [
  urgency && 'urgency',
  paused && `paused-${paused}`,
  checks,
  sought && (sought.few ? 'few' : 'many'),
];

/** Those who fulfil a filter. Conditions are ours, what the caller sent is only ever a value. */
export function onlyThose(filter: ListFilter, now: Date): Only {
  return (given) => {
    const values = [...given];
    const conditions = conditionsOf(filter, now, (one) => `$${values.push(one)}`).filter((one) => one !== undefined);
    const text = conditions.map((one) => ` and ${one}`).join('');
    return { name: namesOf(filter).filter(Boolean).join('.'), text, values, isOfFew: filter.sought?.few !== undefined };
  };
}
