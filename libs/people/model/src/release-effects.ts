import { calendarDaySchema, endpoint, idSchema, notFound, permissions } from '@lotse/kernel';
import * as z from 'zod';
import { dataPartSchema, notAboutThePerson } from './data-part';

const { read } = permissions('release', 'read');

/**
 * What revoking does besides ending access: access that ends, another release that still opens the same, referrals that come back to the
 * referrer's worklist, slot offers that are taken back.
 */
export const revocationEffectKindSchema = z.enum(['access_ends', 'another_release', 'referrals_come_back', 'offers_withdrawn', 'told']);
export type RevocationEffectKind = z.output<typeof revocationEffectKindSchema>;

export const revocationEffectSchema = z.object({
  kind: revocationEffectKindSchema,
  amount: z.number().int(),
  /** What it concerns, where that can be named: referrals or offers. */
  ids: z.array(idSchema),
});
export type RevocationEffect = z.output<typeof revocationEffectSchema>;

/** What the recipient has lawfully received before; revoking does not take it back. */
export const receivedBeforeSchema = z.object({
  referralId: idSchema,
  reference: notAboutThePerson(z.string()),
  sentOn: calendarDaySchema,
  parts: z.array(dataPartSchema),
});
export type ReceivedBefore = z.output<typeof receivedBeforeSchema>;

export const readRevocationEffects = endpoint({
  method: 'GET',
  path: 'releases/:id/effects',
  summary: 'What revoking a release would do now, and what the recipient has received before. Shown before it is confirmed.',
  may: read,
  params: z.strictObject({ id: idSchema }),
  response: z.object({ items: z.array(revocationEffectSchema), received: z.array(receivedBeforeSchema) }),
  problems: [notFound],
  touches: 'release',
});
