import { endpoint, idSchema, notFound, problem } from '@lotse/kernel';
import * as z from 'zod';
import { bornSchema } from '../born';
import { ofOwnRecord } from '../data-part';
import { peoplePermissions } from '../people.contracts';

/** What somebody is in a household. */
export const householdRelationSchema = z.enum(['partner', 'parent', 'child', 'sibling', 'grandparent', 'relative', 'flatmate', 'other']);

export const alreadyTogether = problem('already-together', 422, 'They live in one household already.', 'otherId');
export const inAnotherHousehold = problem('in-another-household', 422, 'Somebody lives in one household at a time.', 'otherId');

const params = z.strictObject({ id: idSchema });
const text = z.string().nullable();

/** Somebody who lives with a person, and what tells whether address and phone are shared. */
export const householdMemberSchema = z.object({
  id: idSchema,
  personId: idSchema,
  relation: householdRelationSchema,
  name: ofOwnRecord(z.string()),
  birthDate: ofOwnRecord(bornSchema),
  phone: ofOwnRecord(text),
  street: ofOwnRecord(text),
  postcode: ofOwnRecord(text),
  isSelf: z.boolean(),
});
export const householdSchema = z.object({ members: z.array(householdMemberSchema) });
export type Household = z.output<typeof householdSchema>;

export const readHousehold = endpoint({
  method: 'GET',
  path: 'people/:id/household',
  summary: 'Who of the own organisation’s people lives together with a person.',
  may: peoplePermissions.read,
  params,
  response: householdSchema,
  problems: [notFound],
  touches: 'person',
});

export const joinHousehold = endpoint({
  method: 'POST',
  path: 'people/:id/household',
  summary: 'Say that somebody lives together with a person, and what they are to one another.',
  may: peoplePermissions.change,
  params,
  body: z.strictObject({ otherId: idSchema, relation: householdRelationSchema, otherRelation: householdRelationSchema }),
  response: householdSchema,
  problems: [notFound, alreadyTogether, inAnotherHousehold],
  touches: 'person',
});

export const leaveHousehold = endpoint({
  method: 'POST',
  path: 'people/:id/household/leave',
  summary: 'Say that a person has moved out of the household.',
  may: peoplePermissions.change,
  params,
  response: householdSchema,
  problems: [notFound],
  touches: 'person',
});

export const shareContact = endpoint({
  method: 'POST',
  path: 'people/:id/household/contact',
  summary: 'Give everybody in the household the address and the phone number of this person.',
  may: peoplePermissions.change,
  params,
  response: householdSchema,
  problems: [notFound],
  touches: 'person',
});
