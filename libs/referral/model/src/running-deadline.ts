import { calendarDaySchema } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import * as z from 'zod';

/** A deadline that runs for a referral: by which rule, since when, until when, and when it was met. */
export const runningDeadlineSchema = z.object({
  code: notAboutThePerson(z.string()),
  startsOn: calendarDaySchema,
  dueOn: calendarDaySchema,
  owner: z.enum(['referrer', 'recipient']),
  metOn: calendarDaySchema.nullable(),
  /** The version of the county's rule that it began under; 0 for the usual one. */
  ruleVersion: z.number().int(),
});
export type RunningDeadline = z.output<typeof runningDeadlineSchema>;
