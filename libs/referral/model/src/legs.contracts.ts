import { endpoint, idSchema, invalidState, notFound } from '@lotse/kernel';
import { notAboutThePerson, ofPart } from '@lotse/people/model';
import * as z from 'zod';
import { joinRules } from './bundle.rules';
import { movedReferralSchema, referralStateSchema } from './referral';
import { referralPermissions } from './referral.permissions';
import { notToSplit, notYourTurn, partThere, releaseMissing, sameService, serviceNotAccepting, unknownService } from './referral.problems';

const params = z.strictObject({ id: idSchema });
const joinRuleSchema = z.enum(joinRules);

/** How a leg ended; null while it runs. `taken_back`: handing on was undone. */
const endingSchema = z.enum(['redirected', 'taken_back', 'declined', 'handed_back', 'withdrawn', 'completed', 'in_error']);

/** One receiver's turn: who had the referral, from when to when. */
const legSchema = z.object({
  position: z.number().int(),
  organisationName: notAboutThePerson(z.string()),
  serviceName: notAboutThePerson(z.string().nullable()),
  openedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  ending: endingSchema.nullable(),
});
export type ReferralLeg = z.output<typeof legSchema>;

/** Another referral for the same need, as far as the reader may see it. */
const partSchema = z.object({
  id: idSchema,
  reference: notAboutThePerson(z.string()),
  position: z.number().int(),
  state: referralStateSchema,
  isThis: z.boolean(),
  organisationName: notAboutThePerson(z.string().nullable()),
  serviceName: notAboutThePerson(z.string().nullable()),
  legs: z.array(legSchema),
});
export type ReferralPart = z.output<typeof partSchema>;

/**
 * The way of one need: every receiver's turn on one clock. The referrer sees all parts; a receiver sees its own and those it may see anyway, and
 * that there is a rule: who else is involved is the person's to release (§ 203 StGB).
 */
export const referralLegsSchema = z.object({
  /** The one clock over all parts and legs; null before anything was sent. */
  clockStartedAt: z.iso.datetime().nullable(),
  /** Null while there is only one part. */
  joinRule: joinRuleSchema.nullable(),
  /** Whether the reader may change the rule. */
  isOwn: z.boolean(),
  parts: z.array(partSchema),
});
export type ReferralLegs = z.output<typeof referralLegsSchema>;

export const readLegs = endpoint({
  method: 'GET',
  path: 'referrals/:id/legs',
  summary: 'Who has had a referral, from when to when, and the parts that go out together with it: one clock over all of them.',
  may: referralPermissions.read,
  params,
  response: referralLegsSchema,
  problems: [notFound],
  touches: 'referral',
});

export const addPart = endpoint({
  method: 'POST',
  path: 'referrals/:id/add-part',
  summary:
    'Bring in another service for the same need: a draft with what was written already, to be looked at and sent. One clock over all parts.',
  may: referralPermissions.addPart,
  params,
  body: z.strictObject({
    serviceId: idSchema,
    joinRule: joinRuleSchema,
    /** What this service is asked; what the first was asked, without it. */
    question: ofPart('diagnosis', z.string().trim().min(1).max(2000).optional()),
  }),
  response: movedReferralSchema,
  problems: [notFound, notYourTurn, unknownService, serviceNotAccepting, sameService, partThere, notToSplit],
  touches: 'referral',
  versioned: true,
  status: 201,
});

export const splitOff = endpoint({
  method: 'POST',
  path: 'referrals/:id/split',
  summary:
    'Send a part of a referral on to another service and keep the rest. Goes out at once in the referrer’s name, with the clock it has. Needs a release in force that names the receiver.',
  may: referralPermissions.splitOff,
  params,
  body: z.strictObject({
    serviceId: idSchema,
    /** What the other service is asked to do. */
    question: ofPart('diagnosis', z.string().trim().min(1, { error: 'required' }).max(2000)),
  }),
  response: movedReferralSchema,
  problems: [notFound, invalidState, notYourTurn, unknownService, serviceNotAccepting, sameService, partThere, notToSplit, releaseMissing],
  touches: 'referral',
  versioned: true,
});

export const changeJoinRule = endpoint({
  method: 'POST',
  path: 'referrals/:id/join-rule',
  summary: 'Say what it means for the other parts when one of them succeeds.',
  may: referralPermissions.addPart,
  params,
  body: z.strictObject({ joinRule: joinRuleSchema }),
  response: movedReferralSchema,
  problems: [notFound, notYourTurn],
  touches: 'referral',
  versioned: true,
});
