import { calendarDaySchema, endpoint, permissions, problem, versionStale } from '@lotse/kernel';
import * as z from 'zod';
import { deadlineRuleSchema } from './deadlines';
import { offeringSchema } from './offering';
import { actReasonSchema, reasonListSchema } from './reasons';

export const countyRulePermissions = permissions('countyRule', 'read', 'change');

export const validFromInPast = problem('valid-from-in-past', 422, 'A change counts from today or from a later day.', 'validFrom');
export const codeTaken = problem('code-taken', 422, 'This code is or was used by another rule.', 'rule.code');
export const unknownRule = problem('unknown-rule', 422, 'The county does not have this rule.');
export const nothingChanged = problem('nothing-changed', 422, 'This says the same as the version before it.');
export const endsBeforeItBegins = problem('ends-before-it-begins', 422, 'The last day is before the first one.', 'rule.until');

/** Who made a version, when, why, and from which day it counts. Version 0 was made by nobody: it is usual, or came with the county. */
const authored = {
  version: z.number().int(),
  validFrom: calendarDaySchema.nullable(),
  at: z.iso.datetime().nullable(),
  byName: z.string().nullable(),
  why: z.string().nullable(),
  /** The version that this one brings back. */
  restores: z.number().int().nullable(),
};

const deadlineVersionSchema = z.object({ ...authored, rule: deadlineRuleSchema });
export type DeadlineVersion = z.output<typeof deadlineVersionSchema>;
const reasonVersionSchema = z.object({ ...authored, rule: actReasonSchema });
export type ReasonVersion = z.output<typeof reasonVersionSchema>;

export const readDeadlineRules = endpoint({
  method: 'GET',
  path: 'county-rules/deadlines',
  summary: 'The deadlines of the county, each with all its versions, the newest first.',
  may: countyRulePermissions.read,
  response: z.object({
    version: z.number().int(),
    items: z.array(z.object({ code: z.string(), inForce: z.number().int().nullable(), versions: z.array(deadlineVersionSchema) })),
  }),
});

export const readReasonRules = endpoint({
  method: 'GET',
  path: 'county-rules/reasons',
  summary: 'The reasons of the county, each with all its versions, the newest first.',
  may: countyRulePermissions.read,
  response: z.object({
    version: z.number().int(),
    items: z.array(
      z.object({
        list: reasonListSchema,
        code: z.string(),
        inForce: z.number().int().nullable(),
        versions: z.array(reasonVersionSchema),
      }),
    ),
  }),
});

/** What every change says besides the rule. */
const said = {
  /** Whether it is a rule that was not there before; its code must never have been used. */
  isNew: z.boolean(),
  validFrom: calendarDaySchema,
  why: z.string().trim().min(1, { error: 'required' }).max(300),
  restores: z.number().int().min(0).optional(),
};
const changed = z.object({ version: z.number().int(), ruleVersion: z.number().int() });
const problems = [validFromInPast, codeTaken, unknownRule, nothingChanged, endsBeforeItBegins, versionStale];
const required = { error: 'required' };

/** A deadline as it is written: without the number and the first day of its version. */
export const writtenDeadlineSchema = deadlineRuleSchema.omit({ version: true, validFrom: true }).extend({
  code: z.string().regex(/^[a-z_]{2,40}$/, { error: 'code-not-fitting' }),
  de: z.string().trim().min(1, required).max(120),
  en: z.string().trim().min(1, required).max(120),
  basis: z.string().trim().min(1, required).max(120),
});
export type WrittenDeadline = z.output<typeof writtenDeadlineSchema>;

export const writtenReasonSchema = actReasonSchema.omit({ version: true, validFrom: true }).extend({
  code: z.string().regex(/^[a-z_]{2,40}$/, { error: 'code-not-fitting' }),
  de: z.string().trim().min(1, required).max(120),
  en: z.string().trim().min(1, required).max(120),
});
export type WrittenReason = z.output<typeof writtenReasonSchema>;

export const changeDeadlineRule = endpoint({
  method: 'POST',
  path: 'county-rules/deadlines',
  summary: 'A new version of a deadline, from a day on. What runs already goes on under the version it began with.',
  may: countyRulePermissions.change,
  body: z.strictObject({ ...said, rule: writtenDeadlineSchema }),
  response: changed,
  problems,
  versioned: true,
});

export const changeReasonRule = endpoint({
  method: 'POST',
  path: 'county-rules/reasons',
  summary: 'A new version of a reason, from a day on. A reason is retired by its last day and never deleted; its code is never used again.',
  may: countyRulePermissions.change,
  body: z.strictObject({ ...said, rule: writtenReasonSchema }),
  response: changed,
  problems,
  versioned: true,
});

const offeringVersionSchema = z.object({ ...authored, rule: offeringSchema });
export type OfferingVersion = z.output<typeof offeringVersionSchema>;

/** What a county writes of it. The usual hours of organisations stay as they came. */
export const writtenOfferingSchema = z.strictObject(offeringSchema.omit({ usualHours: true }).shape);
export type WrittenOffering = z.output<typeof writtenOfferingSchema>;

export const readOfferingRules = endpoint({
  method: 'GET',
  path: 'county-rules/offering',
  summary:
    'How slots are offered in the county: how long they are held, when nobody is disturbed, how many are asked at once; all versions.',
  may: countyRulePermissions.read,
  response: z.object({ version: z.number().int(), inForce: z.number().int(), versions: z.array(offeringVersionSchema) }),
});

export const changeOfferingRule = endpoint({
  method: 'POST',
  path: 'county-rules/offering',
  summary: 'A new version of how slots are offered, from a day on. Offers that run go on as they were made.',
  may: countyRulePermissions.change,
  body: z.strictObject({
    validFrom: said.validFrom,
    why: said.why,
    restores: said.restores,
    rule: writtenOfferingSchema,
  }),
  response: changed,
  problems: [validFromInPast, nothingChanged, versionStale],
  versioned: true,
});
