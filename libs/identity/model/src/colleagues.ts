import { endpoint, idSchema } from '@lotse/kernel';
import * as z from 'zod';
import { roleSchema } from './roles';

/** Somebody who works in the same organisation. */
export const colleagueSchema = z.object({ id: idSchema, displayName: z.string(), roles: z.array(roleSchema) });
export type Colleague = z.output<typeof colleagueSchema>;

export const readColleagues = endpoint({
  method: 'GET',
  path: 'colleagues',
  summary: 'Who works in the own organisation, by name: the people that work can be assigned to.',
  may: 'signed-in',
  response: z.object({ items: z.array(colleagueSchema) }),
});
