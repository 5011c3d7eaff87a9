import { endpoint, idSchema, notFound, pageOf, pageQuery, problemSchema } from '@lotse/kernel';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';
import { referralRowSchema, referralSchema, referralStateSchema } from './referral';
import { referralLifecycle } from './referral.lifecycle';
import { referralPermissions } from './referral.permissions';

export const boxSchema = z.enum(['inbox', 'sent']);
export type Box = z.output<typeof boxSchema>;

/** `due`: what is due first; `sent`: what waits longest; `urgency`: most urgent, then longest waiting. */
export const referralSortSchema = z.enum(['due', 'sent', 'urgency']);

const several = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item));

export const readReferrals = endpoint({
  method: 'GET',
  path: 'referrals',
  summary: 'The referrals of the own organisation: `inbox` what it receives, `sent` what it referred, drafts included.',
  may: referralPermissions.read,
  query: z.strictObject({
    ...pageQuery,
    box: boxSchema,
    /** States, separated by commas; without it every state but the final ones. */
    state: several(referralStateSchema).optional(),
    urgency: several(urgencySchema).optional(),
    text: z.string().trim().max(100).optional(),
    /** Only what waits for the own organisation. */
    mine: z.enum(['true', 'false']).optional(),
    sort: referralSortSchema.default('due'),
  }),
  response: pageOf(referralRowSchema),
  touches: 'referral',
});

export const readReferral = endpoint({
  method: 'GET',
  path: 'referrals/:id',
  summary: 'One referral with its history. Seen from either side, it says the same about who has it now.',
  may: referralPermissions.read,
  params: z.strictObject({ id: idSchema }),
  response: referralSchema,
  problems: [notFound],
  touches: 'referral',
});

/** Every act of the life in the present state: possible, or the reason why not. `served` is false for acts that are not built yet. */
export const readReferralActs = endpoint({
  method: 'GET',
  path: 'referrals/:id/acts',
  summary: 'What can be done with a referral now, and what stands in the way of the rest.',
  may: referralPermissions.read,
  params: z.strictObject({ id: idSchema }),
  response: z.object({
    items: z.array(
      z.object({ act: z.enum(referralLifecycle.acts), allowed: z.boolean(), served: z.boolean(), problem: problemSchema.nullable() }),
    ),
  }),
  problems: [notFound],
  touches: 'referral',
});

/** How much waits, for tiles and the rail; counts only, no names. */
export const countReferrals = endpoint({
  method: 'GET',
  path: 'referral-counts',
  summary: 'How many referrals wait for the own organisation, by box.',
  may: referralPermissions.read,
  response: z.object({
    inboxNew: z.number().int(),
    inboxMine: z.number().int(),
    sentMine: z.number().int(),
    drafts: z.number().int(),
    overdue: z.number().int(),
  }),
});
