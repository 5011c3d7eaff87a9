import { endpoint, idSchema, notFound } from '@lotse/kernel';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import * as z from 'zod';
import { referralPermissions } from './referral.permissions';

const params = z.strictObject({ id: idSchema });

/** What a field said, and what it says now; null for nothing. */
const valuesSchema = z.object({ before: z.string().nullable(), after: z.string().nullable() }).nullable();
type Values = z.output<typeof valuesSchema>;

/** A field that has changed. Its values stand under the kind of information that they are; what was not released is not there. */
export const referralChangeSchema = z.object({
  field: notAboutThePerson(z.string()),
  /** Which one, where there are several: the code of a deadline. */
  subject: notAboutThePerson(z.string().nullable()),
  at: z.iso.datetime(),
  byName: notAboutThePerson(z.string().nullable()),
  organisationName: notAboutThePerson(z.string().nullable()),
  /** Values that are about nobody. */
  open: notAboutThePerson(valuesSchema),
  identity: ofPart('identity', valuesSchema),
  contact: ofPart('contact', valuesSchema),
  diagnosis: ofPart('diagnosis', valuesSchema),
  medication: ofPart('medication', valuesSchema),
  risk: ofPart('risk', valuesSchema),
  letters: ofPart('letters', valuesSchema),
  appointments: ofPart('appointments', valuesSchema),
  notes: ofPart('notes', valuesSchema),
});
export type ReferralChange = z.output<typeof referralChangeSchema>;

export const referralChangesSchema = z.object({
  /** When the reader last said that they had seen it; null when they never did. */
  seenAt: z.iso.datetime().nullable(),
  /** Whether the reader has seen everything that there is. */
  isSeen: z.boolean(),
  /** Say this to have seen everything in this answer. */
  upTo: z.number().int(),
  /** What others have changed since, the last first; nothing for whoever never looked. */
  items: z.array(referralChangeSchema),
  hidden: hiddenPartsSchema,
});
export type ReferralChanges = z.output<typeof referralChangesSchema>;

export const readChanges = endpoint({
  method: 'GET',
  path: 'referrals/:id/changes',
  summary: 'What others have changed since one looked, field by field: what it said, what it says, who, when. Cut by what was released.',
  may: referralPermissions.read,
  params,
  response: referralChangesSchema,
  problems: [notFound],
  touches: 'referral',
});

export const seeChanges = endpoint({
  method: 'POST',
  path: 'referrals/:id/seen',
  summary: 'Say that one has seen a referral up to a change. Whoever has said so decides only when they have seen what came later.',
  may: referralPermissions.read,
  params,
  body: z.strictObject({ upTo: z.number().int().min(0) }),
  response: z.object({ upTo: z.number().int() }),
  problems: [notFound],
  touches: 'referral',
  repeatable: true,
});

const partsOfValues = ['open', 'identity', 'contact', 'diagnosis', 'medication', 'risk', 'letters', 'appointments', 'notes'] as const;

/** The values of a change, wherever they stand. */
export const valuesOf = (change: ReferralChange): Values =>
  partsOfValues.map((part) => change[part]).find((values) => values !== null) ?? null;

/** Several changes of one field are one: from what it said first to what it says now. What is again as it was is none. The last first. */
export function mergedChanges<Change extends Pick<ReferralChange, 'field' | 'subject'> & { before: string | null; after: string | null }>(
  changes: readonly Change[],
): Change[] {
  const merged = new Map<string, Change>();
  const isAdded = ({ field }: Change) => ['attachment', 'answered', 'informed'].includes(field);
  changes.forEach((change, index) => {
    const key = isAdded(change) ? `${index}` : `${change.field} ${change.subject ?? ''}`;
    const before = merged.has(key) ? merged.get(key)!.before : change.before;
    merged.delete(key);
    merged.set(key, { ...change, before });
  });
  return [...merged.values()].filter(({ before, after }) => before !== after).reverse();
}
