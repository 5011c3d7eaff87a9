import { endpoint, idSchema, notFound } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import { rankRuleInForceSchema } from '@lotse/region/model';
import * as z from 'zod';
import { exclusionSchema } from '../fitness';
import { waitingListPermissions } from '../waiting-list.contracts';
import { rankReasonSchema } from '../waiting-list-entry';

/** What an offer was decided on. Nobody but whoever was chosen is meant by a place, and nobody is named. */
export const offerDecisionSchema = z.object({
  decidedAt: z.iso.datetime(),
  rank: z.number().int(),
  /** The rule of that moment, with what it said. */
  rule: rankRuleInForceSchema,
  /** The first ten of the list, the first whom the slot fitted and the one who was offered it. */
  places: z.array(
    z.object({
      position: z.number().int().nullable(),
      isChosen: z.boolean(),
      /** Why the slot did not fit them; null when it did. */
      why: exclusionSchema.nullable(),
      reason: rankReasonSchema,
    }),
  ),
  /** Whether the same rule puts the same facts into the same order today. */
  comesOutTheSame: z.boolean(),
});
export type OfferDecision = z.output<typeof offerDecisionSchema>;

export const readOfferDecision = endpoint({
  method: 'GET',
  path: 'offers/:id/decision',
  summary:
    'What an offer of the own organisation was decided on: the rule in its version, who stood where and why, and that it comes out the same again.',
  may: waitingListPermissions.read,
  params: z.strictObject({ id: idSchema }),
  response: offerDecisionSchema.extend({ outOfTurnReason: notAboutThePerson(z.string().nullable()) }),
  problems: [notFound],
  touches: 'offer',
});
