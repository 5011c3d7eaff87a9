import { idSchema } from '@lotse/kernel';
import * as z from 'zod';
import { taskKindSchema } from './task-kinds';
import { taskLifecycle } from './task.lifecycle';

export const taskStateSchema = z.enum(taskLifecycle.states);

/** What a task is about, in identifiers, references and days. Never what somebody has or said. */
export const taskFactsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type TaskFacts = z.output<typeof taskFactsSchema>;

/** A task as a worklist shows it. Who the person is stands behind the link, for those who may see it. */
export const taskSchema = z.object({
  id: idSchema,
  kind: taskKindSchema,
  subject: z.string(),
  subjectId: idSchema,
  facts: taskFactsSchema,
  state: taskStateSchema,
  dueAt: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  snoozedUntil: z.iso.datetime().nullable(),
  owner: z.object({ id: idSchema, displayName: z.string() }).nullable(),
  version: z.number().int(),
});
export type Task = z.output<typeof taskSchema>;
