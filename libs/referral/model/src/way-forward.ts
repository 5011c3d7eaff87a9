import { idSchema } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import * as z from 'zod';

/** How a person gets help when a referral comes back: another service, advice, or nothing, which two people have to stand for. */
export const waysForward = ['alternative', 'advice', 'none'] as const;
export const wayForwardSchema = z.enum(waysForward);
export type WayForward = z.output<typeof wayForwardSchema>;

/** What a return always says. */
export const wayForwardFields = {
  way: wayForwardSchema.default('advice'),
  /** In words, for the referrer. */
  wayForward: z.string().trim().min(1, { error: 'required' }).max(1000),
  /** The service that is suggested instead. */
  alternativeServiceId: idSchema.optional(),
};

/** After so many days somebody asks whether it has happened. */
export const wayForwardAskedAfterDays = 14;

/** What was said with the return that a referral stands at: the kind of way, and the service that was suggested instead. */
export const suggestedWaySchema = z.object({
  way: wayForwardSchema,
  service: z.object({ id: idSchema, name: notAboutThePerson(z.string()), organisationName: notAboutThePerson(z.string()) }).nullable(),
});
