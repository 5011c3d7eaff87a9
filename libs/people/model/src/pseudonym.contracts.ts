import { calendarDayOf, endpoint, idSchema, notFound, problem } from '@lotse/kernel';
import * as z from 'zod';
import { kvnrNeedsReason, kvnrTaken, peoplePermissions } from './people.contracts';
import { personInputSchema, personSchema } from './person';

export const notPseudonymous = problem('not-pseudonymous', 422, 'This person has a name already.');

/** What may be known of somebody who has not agreed yet (Art. 5 (1) (c) DSGVO): how old they are, and about where they live. */
export const pseudonymousInputSchema = z.strictObject({
  age: z.number().int().min(0).max(120),
  sex: personInputSchema.shape.sex,
  postcode: personInputSchema.shape.postcode,
  ags: personInputSchema.shape.ags,
  language: personInputSchema.shape.language,
});
export type PseudonymousInput = z.output<typeof pseudonymousInputSchema>;

export const createPseudonymous = endpoint({
  method: 'POST',
  status: 201,
  path: 'people/pseudonymous',
  summary: 'Enter somebody without a name. They get a reference; until they are identified, nothing about them can be sent.',
  may: peoplePermissions.create,
  body: pseudonymousInputSchema,
  response: personSchema,
  touches: 'person',
});

export const identifyPerson = endpoint({
  method: 'POST',
  path: 'people/:id/identify',
  summary: 'Enter who somebody is who had only a reference. The record goes on with everything in it.',
  may: peoplePermissions.change,
  params: z.strictObject({ id: idSchema }),
  body: personInputSchema,
  response: personSchema,
  problems: [notFound, notPseudonymous, kvnrNeedsReason, kvnrTaken],
  touches: 'person',
  versioned: true,
});

/** About how old somebody is whose birth date is known to the year. */
export const aboutAge = (birthDate: string, today: string = calendarDayOf(new Date())): number =>
  Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
