import { calendarDaySchema, idSchema, wallClockSchema } from '@lotse/kernel';
import * as z from 'zod';
import { slotModeSchema } from './slot';

/** For so many weeks ahead a series is made into slots; people who wait are offered nothing further away. */
export const weeksAhead = 12;

/** The days of a week as RFC 5545 names them, from Monday on. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** Every so many days; on weekdays of every so many weeks; on the first to fourth or last of a weekday in every so many months. */
const rulePattern =
  /^FREQ=(DAILY(;INTERVAL=[1-9][0-9]?)?|WEEKLY(;INTERVAL=[1-9][0-9]?)?;BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}|MONTHLY(;INTERVAL=[1-9][0-9]?)?;BYDAY=([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU))$/;

/** Which days, as RFC 5545 writes it. Times, ends and exceptions stand beside it, because the clock on the wall counts. */
export const seriesRuleSchema = z.string().regex(rulePattern);

/** What is decided about time that recurs. */
export const writtenSeriesSchema = z.strictObject({
  scheduleId: idSchema,
  rule: seriesRuleSchema,
  startsOn: calendarDaySchema,
  endsOn: calendarDaySchema.nullable(),
  /** What the clock on the wall shows, in summer and in winter. */
  startsAt: wallClockSchema,
  minutes: z.number().int().min(10).max(480),
  mode: slotModeSchema,
  places: z.number().int().min(1).max(30).default(1),
  municipalityKey: z.string().nullable().default(null),
  bufferBefore: z.number().int().min(0).max(120).default(0),
  bufferAfter: z.number().int().min(0).max(120).default(0),
  resourceIds: z.array(idSchema).max(8).default([]),
  /** Public holidays of the Land are left out unless this says otherwise. */
  onHolidays: z.boolean().default(false),
});
export type WrittenSeries = z.output<typeof writtenSeriesSchema>;

export const seriesSchema = z.object({
  ...writtenSeriesSchema.shape,
  id: idSchema,
  scheduleName: z.string(),
  municipalityName: z.string().nullable(),
  exceptions: z.array(z.object({ day: calendarDaySchema, movedTo: z.iso.datetime().nullable() })),
  /** The last day for which slots have been made. */
  madeUntil: calendarDaySchema.nullable(),
  version: z.number().int(),
});
export type SlotSeries = z.output<typeof seriesSchema>;

/** What becomes of a day of a series. */
export const seriesFateSchema = z.enum(['made', 'made_already', 'deputy', 'holiday', 'clash', 'absent', 'left_out', 'past']);
export const seriesDaySchema = z.object({
  day: calendarDaySchema,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  fate: seriesFateSchema,
  /** Whose calendar is taken at that time, and from when to when; or who stands in. */
  with: z.object({ name: z.string(), startsAt: z.iso.datetime().nullable(), endsAt: z.iso.datetime().nullable() }).nullable(),
});
export type SeriesDay = z.output<typeof seriesDaySchema>;

/** A rule in its parts, for a form. */
export interface RuleParts {
  readonly every: 'day' | 'week' | 'month';
  readonly interval: number;
  /** Of a week: its days. Of a month: the first of them. */
  readonly on: readonly Weekday[];
  /** Of a month: which one; -1 is the last. */
  readonly nth: number;
}

const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const;

/** The rule for what was chosen in a form. */
export function ruleOf({ every, interval, on, nth }: RuleParts): string {
  const days = { day: '', week: `;BYDAY=${weekdays.filter((one) => on.includes(one)).join(',')}`, month: `;BYDAY=${nth}${on[0] ?? 'MO'}` };
  return `FREQ=${frequencies[every]}${interval > 1 ? `;INTERVAL=${interval}` : ''}${days[every]}`;
}

/** What was chosen, from the rule. */
export function partsOf(rule: string): RuleParts {
  const parts = new Map(rule.split(';').map((one) => one.split('=') as [string, string]));
  const part = (name: string): string => parts.get(name) ?? '';
  const every = (['day', 'week', 'month'] as const).find((one) => frequencies[one] === part('FREQ')) ?? 'week';
  const listed = part('BYDAY').split(',').filter(Boolean);
  return {
    every,
    interval: Number(part('INTERVAL') || 1),
    on: listed.map((one) => one.slice(-2) as Weekday),
    nth: Number(listed[0]?.slice(0, -2) || 1),
  };
}
