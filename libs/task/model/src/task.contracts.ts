import { calendarDaySchema, endpoint, idSchema, invalidState, notFound, pageOf, pageQuery, type Endpoint } from '@lotse/kernel';
import * as z from 'zod';
import { taskSchema } from './task';
import { taskPermissions } from './task.permissions';
import { taskColleagueUnknown, taskEndsWithSubject, taskResultUnknown, taskSnoozeNotAhead, taskSnoozePastDue } from './task.problems';

/** Which tasks: one's own, all of the own teams, those whose day has passed, those put aside. */
export const taskBoxSchema = z.enum(['mine', 'team', 'overdue', 'snoozed']);
export type TaskBox = z.output<typeof taskBoxSchema>;

export const readTasks = endpoint({
  method: 'GET',
  path: 'tasks',
  summary: 'Open tasks of one’s own and of the teams one belongs to, the next due first.',
  may: taskPermissions.read,
  query: z.object({ box: taskBoxSchema.default('team'), ...pageQuery }),
  response: pageOf(taskSchema),
});

export const countTasks = endpoint({
  method: 'GET',
  path: 'tasks/counts',
  summary: 'How many tasks there are in each list.',
  may: taskPermissions.read,
  response: z.object({ mine: z.number().int(), team: z.number().int(), overdue: z.number().int(), snoozed: z.number().int() }),
});

const change = <const Path extends string, Body extends z.ZodType>(
  path: Path,
  summary: string,
  body: Body,
  problems: Endpoint['problems'] = [],
) =>
  endpoint({
    method: 'POST',
    path: `tasks/:id/${path}` as const,
    summary,
    may: taskPermissions.work,
    params: z.strictObject({ id: idSchema }),
    body,
    response: taskSchema,
    problems: [notFound, invalidState, ...problems],
    versioned: true,
  });

export const claimTask = change('claim', 'Take a task of the team.', z.strictObject({}));

export const handOverTask = change(
  'hand-over',
  'Give a task to a colleague, or back to the team.',
  z.strictObject({ staffId: idSchema.nullable() }),
  [taskColleagueUnknown],
);

export const snoozeTask = change(
  'snooze',
  'Put a task aside until eight in the morning of a day. Never beyond its due date.',
  z.strictObject({ until: calendarDaySchema }),
  [taskSnoozeNotAhead, taskSnoozePastDue],
);

export const finishTask = change('finish', 'Say that a task is done, and how it ended.', z.strictObject({ result: z.string().max(40) }), [
  taskEndsWithSubject,
  taskResultUnknown,
]);
