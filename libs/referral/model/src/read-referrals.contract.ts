import { besideActs } from './beside.rules';
import { endpoint, idSchema, notFound, pageOf, pageQuery, problemSchema } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';
import { referralRowSchema, referralSchema, referralStateSchema } from './referral';
import { referralLifecycle, type ReferralState } from './referral.lifecycle';
import { referralPermissions } from './referral.permissions';

export const boxSchema = z.enum(['inbox', 'sent']);
export type Box = z.output<typeof boxSchema>;

/** `due`: what is due first; `sent`: what waits longest; `urgency`: most urgent, then longest waiting; `person`: by name. `-` turns it round. */
export const referralSortSchema = z.enum(['due', '-due', 'sent', '-sent', 'urgency', '-urgency', 'person', '-person']);
export type ReferralSort = z.output<typeof referralSortSchema>;

export const several = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item));

/** What an inbox shows to whoever asks for nothing else: what is still to be decided on. */
export const statesToTriage: readonly ReferralState[] = ['requested', 'received', 'in_triage', 'accepted', 'cancel_requested'];

/** What a worklist can be cut down to. */
export const worklistFilters = {
  /** States, separated by commas; without it every state but the final ones. */
  state: several(referralStateSchema).optional(),
  urgency: several(urgencySchema).optional(),
  text: z.string().trim().max(100).optional(),
  /** Only what waits for the own organisation. */
  mine: z.enum(['true', 'false']).optional(),
  /** Whose work it is within the own organisation. */
  assignee: z.union([z.enum(['me', 'nobody']), idSchema]).optional(),
  /** What is put aside: `only` that, `hidden`, or `shown` with the rest. Hidden without it, unless one looks for a name: nobody falls silent. */
  snoozed: z.enum(['only', 'hidden', 'shown']).optional(),
};

export const readReferrals = endpoint({
  method: 'GET',
  path: 'referrals',
  summary: 'The referrals of the own organisation: `inbox` what it receives, `sent` what it referred, drafts included.',
  may: referralPermissions.read,
  query: z.strictObject({
    ...pageQuery,
    box: boxSchema,
    ...worklistFilters,
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

/** Every act of the life, and what may be done beside it: possible, or the reason why not. */
export const readReferralActs = endpoint({
  method: 'GET',
  path: 'referrals/:id/acts',
  summary: 'What can be done with a referral now, and what stands in the way of the rest.',
  may: referralPermissions.read,
  params: z.strictObject({ id: idSchema }),
  response: z.object({
    items: z.array(
      z.object({
        act: z.enum([...referralLifecycle.acts, ...besideActs]),
        allowed: z.boolean(),
        served: z.boolean(),
        problem: notAboutThePerson(problemSchema.nullable()),
      }),
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
    /** What the inbox has to decide on and is the asker's own work, and what is nobody's. */
    toTriageMine: z.number().int(),
    toTriageNobodys: z.number().int(),
    /** What the inbox has put aside; it counts neither as new nor as waiting. */
    snoozed: z.number().int(),
    /** When the next of them comes back. */
    nextSnoozed: z.iso.datetime().nullable(),
    sentSnoozed: z.number().int(),
  }),
});
