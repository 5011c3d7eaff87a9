import { calendarDaySchema, type CalendarDay } from '@lotse/kernel';
import * as z from 'zod';
import { rows } from './reasons.data';
import { rulesInForce, versionedRuleSchema } from './county-rule';

/** The lists of reasons that acts choose from. */
export const reasonLists = [
  'decline',
  'redirect',
  'cancel_by_provider',
  'cancel_by_person',
  'cancel_by_other',
  'no_show',
  'withdraw',
  'suspend',
  'outcome',
  'no_report',
  'offer_decline',
] as const;
export const reasonListSchema = z.enum(reasonLists);
export type ReasonList = z.output<typeof reasonListSchema>;

/**
 * What follows when somebody declines an offer for a reason: nothing; no offers for some days; somebody looks at it; the request is perhaps no longer
 * wanted. It is always work for a person or a date that passes, never a removal.
 */
export const consequences = ['keep', 'cool_off', 'review', 'withdraw'] as const;
export type Consequence = (typeof consequences)[number];

/** One reason of a list, in the words of the county. A reason that was ever used is retired by a date, never deleted or re-used. */
export const actReasonSchema = versionedRuleSchema.extend({
  list: reasonListSchema,
  code: z.string().regex(/^[a-z_]{2,40}$/),
  de: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(120),
  /** Whose reason it is. */
  party: z.enum(['person', 'provider', 'referrer', 'system']),
  comment: z.enum(['optional', 'required']),
  /** The first day on which it may be chosen; always without one. */
  from: calendarDaySchema.nullable(),
  /** The last day on which it may be chosen. */
  until: calendarDaySchema.nullable(),
  /** Whether the person keeps their place on the list. */
  keepsPlace: z.boolean(),
  /** Of a declined offer; nothing follows without. */
  consequence: z.enum(consequences).optional(),
  /** Of a cool-off. */
  coolOffDays: z.number().int().min(1).max(180).optional(),
});
export type ActReason = z.output<typeof actReasonSchema>;

/** What holds where a county says nothing else. */
export const usualReasons: readonly ActReason[] = reasonLists.flatMap((list) => {
  const { party, keepsPlace, reasons } = rows[list];
  return reasons.map(([code, de, en, more]) => ({
    list, code, de, en, party, comment: 'optional' as const, from: null, until: null, keepsPlace, ...more,
  })); // prettier-ignore
});

type Reasons = { reasons?: readonly ActReason[] };

/** Every version of every reason: the usual ones, what the county came with, and what it has changed since. */
export const reasonVersions = ({ reasons = [] }: Reasons): ActReason[] => [...usualReasons, ...reasons];

/** All reasons of a county as they are in force on a day. Retired ones too: old histories name them. */
export const reasonsOf = (settings: Reasons, day?: CalendarDay): ActReason[] =>
  rulesInForce(reasonVersions(settings), ({ list, code }) => `${list} ${code}`, day);

/** The reasons of a list that may be chosen on a day. */
export function reasonsOn(settings: Reasons, list: ReasonList, day: CalendarDay): ActReason[] {
  const isOpen = ({ from, until }: ActReason) => (from === null || from <= day) && (until === null || until >= day);
  return reasonsOf(settings, day).filter((reason) => reason.list === list && isOpen(reason));
}
