import { endpoint, idSchema, notFound } from '@lotse/kernel';
import * as z from 'zod';
import { notAboutThePerson, ofOwnRecord } from './data-part';
import { peoplePermissions } from './people.contracts';

/** One change of what was known: who made it, when, and what it said before, by field. */
export const correctionSchema = z.object({
  id: idSchema,
  at: z.iso.datetime(),
  /** Null when nobody was signed in, such as in a repair by the operator. */
  by: notAboutThePerson(z.string().nullable()),
  referralId: idSchema.nullable(),
  reference: notAboutThePerson(z.string().nullable()),
  before: ofOwnRecord(z.array(z.object({ field: z.string(), value: z.string().nullable() }))),
});
export type Correction = z.output<typeof correctionSchema>;

/** § 630f (1) BGB: what was corrected stays visible, with when it was changed. */
export const readCorrections = endpoint({
  method: 'GET',
  path: 'people/:id/corrections',
  summary: 'What the own record of somebody said before it was corrected, newest first.',
  may: peoplePermissions.read,
  params: z.strictObject({ id: idSchema }),
  response: z.object({ items: z.array(correctionSchema) }),
  problems: [notFound],
  touches: 'person',
});
