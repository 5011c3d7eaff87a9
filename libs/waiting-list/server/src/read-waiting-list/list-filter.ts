import type { QueryOf } from '@lotse/kernel';
import { uncheckedBefore, type readWaitingList } from '@lotse/waiting-list/model';

export type ListFilter = Pick<QueryOf<typeof readWaitingList>, 'urgency' | 'paused' | 'checks'>;

/** Some of a list: adds to the values of a statement what its condition needs, and says how a statement with it is called. */
export type Only = (values: readonly unknown[]) => { name: string; text: string; values: unknown[] };

const today = `(now() at time zone 'Europe/Berlin')::date`;
const inPause = `exists (select from entry_pause x where x.entry_id = e.id and x.starts_on <= ${today} and (x.ends_on is null or x.ends_on >= ${today}))`;
const isAsked = `exists (select from list_check c where c.entry_id = e.id and c.state in ('open', 'to_decide'))`;
const unchecked = 'e.last_validated_at <';

export const isCutDown = ({ urgency, paused, checks }: ListFilter): boolean => [urgency, paused, checks].some((one) => one !== undefined);

/** Those who fulfil a filter. Conditions are ours, what the caller sent is only ever a value. */
export function onlyThose({ urgency, paused, checks }: ListFilter, now: Date): Only {
  return (given) => {
    const values = [...given];
    const value = (one: unknown) => `$${values.push(one)}`;
    const conditions = [
      urgency && `e.urgency = any (${value(urgency)}::text[])`,
      paused && (paused === 'true' ? inPause : `not ${inPause}`),
      checks && (checks === 'asked' ? isAsked : `${unchecked} ${value(uncheckedBefore(now))}::timestamptz`),
    ].filter((one) => one !== undefined);
    const name = [urgency && 'urgency', paused && `paused-${paused}`, checks].filter(Boolean).join('.');
    return { name, text: conditions.map((one) => ` and ${one}`).join(''), values };
  };
}
