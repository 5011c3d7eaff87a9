import { calendarDaySchema, endpoint, idSchema } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import * as z from 'zod';
import { snoozeNotAhead, unknownColleague } from './desk.problems';
import { colleagueSchema } from './referral';
import { referralPermissions } from './referral.permissions';

/** One is a bulk of one. */
const ids = z.array(idSchema).min(1).max(100);

/** What could not be done, and why: the code of a problem and its facts. */
const notDoneSchema = z.object({
  id: idSchema,
  code: notAboutThePerson(z.string()),
  context: notAboutThePerson(z.record(z.string(), z.unknown()).optional()),
});

export const assignReferrals = endpoint({
  method: 'POST',
  path: 'referrals/assign',
  summary:
    'Give referrals to somebody of the own organisation, or to nobody. Answers for each whether it was done. The other side does not see it.',
  may: referralPermissions.assign,
  body: z.strictObject({ ids, staffId: idSchema.nullable() }),
  response: z.object({
    done: z.array(z.object({ id: idSchema, assignee: colleagueSchema.nullable() })),
    notDone: z.array(notDoneSchema),
  }),
  problems: [unknownColleague],
  touches: 'referral',
});

export const snoozeReferrals = endpoint({
  method: 'POST',
  path: 'referrals/snooze',
  summary:
    'Put referrals aside until eight in the morning of a day; null takes them back. Never past their due date. Whatever changes a referral brings it back by itself.',
  may: referralPermissions.snooze,
  body: z.strictObject({ ids, until: calendarDaySchema.nullable() }),
  response: z.object({
    done: z.array(z.object({ id: idSchema, snoozedUntil: z.iso.datetime().nullable() })),
    notDone: z.array(notDoneSchema),
  }),
  problems: [snoozeNotAhead],
  touches: 'referral',
});
