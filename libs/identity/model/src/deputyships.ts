import { endpoint, idSchema, millisecondsPerDay, permissions, problem, type Problem } from '@lotse/kernel';
import * as z from 'zod';

export const deputyPermissions = permissions('deputyship', 'read', 'arrange', 'end');

/** Longer than that, somebody has not stood in but taken over. */
export const deputyshipDaysAtMost = 92;

/** Who stands in for whom: in the other one's organisation and roles, for days that are named. */
export const deputyshipSchema = z.object({
  id: idSchema,
  absent: z.object({ id: idSchema, displayName: z.string() }),
  deputy: z.object({ id: idSchema, displayName: z.string(), organisation: z.string() }),
  organisation: z.string(),
  fromDay: z.iso.date(),
  untilDay: z.iso.date(),
  reason: z.string().nullable(),
  state: z.enum(['coming', 'running', 'over']),
});
export type Deputyship = z.output<typeof deputyshipSchema>;

/** What a session may switch to. */
export const ownDeputyshipSchema = z.object({ id: idSchema, absentName: z.string(), organisation: z.string(), untilDay: z.iso.date() });
export type OwnDeputyship = z.output<typeof ownDeputyshipSchema>;

export const deputyshipDaysWrong = problem(
  'deputyship-days-wrong',
  422,
  'The last day is not before the first, not past, and not too far.',
  'untilDay',
);
export const unknownDeputy = problem('unknown-deputy', 422, 'Choose somebody else who works here or in another organisation.', 'deputyId');
export const notWhileDeputy = problem('not-while-deputy', 422, 'Go back to your own place of work first.');
export const deputyshipNotRunning = problem('deputyship-not-running', 422, 'This deputyship is not running.');

/** Why the days cannot be. Days are those of Europe/Berlin. */
export function refusedDays(fromDay: string, untilDay: string, today: string): Problem | undefined {
  const days = (Date.parse(untilDay) - Date.parse(fromDay)) / millisecondsPerDay;
  return untilDay < today || days < 0 || days > deputyshipDaysAtMost
    ? deputyshipDaysWrong({ context: { daysAtMost: deputyshipDaysAtMost } })
    : undefined;
}

export const readDeputyships = endpoint({
  method: 'GET',
  path: 'deputyships',
  summary: 'Deputyships that come, run, or ended in the last 90 days: one’s own; for the administrator all of the own organisation.',
  may: deputyPermissions.read,
  response: z.object({ items: z.array(deputyshipSchema) }),
});

export const readPossibleDeputies = endpoint({
  method: 'GET',
  path: 'possible-deputies',
  summary: 'Organisations of the county, and who in one of them may stand in, by name.',
  may: deputyPermissions.arrange,
  query: z.strictObject({ organisation: idSchema.optional() }),
  response: z.object({
    organisations: z.array(z.object({ id: idSchema, name: z.string() })),
    people: z.array(z.object({ id: idSchema, displayName: z.string() })),
  }),
});

export const arrangeDeputyship = endpoint({
  method: 'POST',
  path: 'deputyships',
  summary: 'Say who stands in for oneself; the administrator says it for anybody of the own organisation.',
  may: deputyPermissions.arrange,
  body: z.strictObject({
    absentId: idSchema.optional(),
    deputyId: idSchema,
    fromDay: z.iso.date(),
    untilDay: z.iso.date(),
    reason: z.string().trim().min(1).max(200).optional(),
  }),
  response: z.object({ id: idSchema }),
  status: 201,
  problems: [deputyshipDaysWrong, unknownDeputy, notWhileDeputy],
});

export const endDeputyship = endpoint({
  method: 'POST',
  path: 'deputyships/:id/end',
  summary: 'End a deputyship now: by the absent one, the deputy, or the administrator.',
  may: deputyPermissions.end,
  params: z.object({ id: idSchema }),
  body: z.strictObject({}),
  response: z.object({ id: idSchema }),
});

export const beginActingFor = endpoint({
  method: 'POST',
  path: 'session/deputyship',
  summary: 'Work in the place of somebody else: their organisation, their roles, one’s own name. The chronicle says so in every line.',
  may: 'signed-in',
  body: z.strictObject({ id: idSchema }),
  response: z.object({ acting: z.literal(true) }),
  repeatable: true,
  problems: [deputyshipNotRunning],
});

export const endActingFor = endpoint({
  method: 'DELETE',
  path: 'session/deputyship',
  summary: 'Go back to one’s own place of work.',
  may: 'signed-in',
  whileLimited: true,
  response: z.object({ acting: z.literal(false) }),
});
