import { calendarDaySchema, endpoint, idSchema, notFound, problem } from '@lotse/kernel';
import * as z from 'zod';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from '../data-part';
import { peoplePermissions } from '../people.contracts';
import { personInputSchema } from '../person';
import { likenessReasonSchema, likenessStrengthSchema } from './likeness';

/** Somebody who may be the same, as far as the reader may see them, and why. */
export const possibleDuplicateSchema = z.object({
  id: idSchema,
  organisationId: idSchema,
  organisationName: notAboutThePerson(z.string()),
  familyName: ofPart('identity', z.string()),
  givenName: ofPart('identity', z.string()),
  birthDate: ofPart('identity', calendarDaySchema),
  phone: ofPart('contact', z.string().nullable()),
  strength: likenessStrengthSchema,
  reasons: z.array(likenessReasonSchema),
  /** What somebody of the own organisation has said to it. */
  answer: z.enum(['different']).nullable(),
  /** The parts that the reader does not get. */
  hidden: hiddenPartsSchema,
});
export type PossibleDuplicate = z.output<typeof possibleDuplicateSchema>;

const found = z.object({ items: z.array(possibleDuplicateSchema) });

/** T02: somebody has to say first whether it is the same person. `context.otherIds` says who else it may be. */
export const duplicateUnanswered = problem(
  'duplicate-unanswered',
  422,
  'Somebody in your organisation may be the same person. Say whether they are.',
  'personId',
);

/** By POST, so that no name stands in an address. */
export const findDuplicates = endpoint({
  method: 'POST',
  path: 'people/duplicates',
  summary:
    'Who of the people that the reader may see may be the one who is being entered, and why: names as they sound, birth dates with slips, KVNR.',
  may: peoplePermissions.read,
  body: personInputSchema.pick({
    familyName: true,
    givenName: true,
    birthDate: true,
    kvnr: true,
    phone: true,
    street: true,
    postcode: true,
  }),
  response: found,
  touches: 'person',
  repeatable: true,
  limit: 'search',
});

export const readDuplicates = endpoint({
  method: 'GET',
  path: 'people/:id/duplicates',
  summary: 'Who may be the same as a person, and what was said to it.',
  may: peoplePermissions.read,
  params: z.strictObject({ id: idSchema }),
  response: found,
  problems: [notFound],
  touches: 'person',
});

/** For the marks of a worklist: asked for the rows that are shown, after they are shown. */
export const countDuplicates = endpoint({
  method: 'POST',
  path: 'people/duplicates/count',
  summary: 'For people who are shown in a list: how many others may be the same and nobody has said otherwise.',
  may: peoplePermissions.read,
  body: z.strictObject({ ids: z.array(idSchema).min(1).max(100) }),
  response: z.object({ items: z.array(z.object({ personId: idSchema, amount: z.number().int(), strength: likenessStrengthSchema })) }),
  touches: 'person',
  repeatable: true,
  limit: 'read',
});

export const answerDuplicate = endpoint({
  method: 'POST',
  path: 'people/:id/duplicates',
  summary: 'Say that two records are about different people. The answer is kept, and nobody is asked again.',
  may: peoplePermissions.change,
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({ otherId: idSchema, answer: z.enum(['different']) }),
  response: z.object({ answered: z.boolean() }),
  problems: [notFound],
  touches: 'person',
});
