import { calendarDaySchema, endpoint, idSchema, notFound, permissions, problem } from '@lotse/kernel';
import * as z from 'zod';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from './data-part';

export const breakGlassPermissions = permissions('breakGlass', 'open', 'read', 'review');

/** How often one member of staff may do it within 24 hours; after that the data-protection officer has to be asked. */
export const breakGlassLimitADay = 5;
/** How many working days a review may take. */
export const reviewWithinWorkingDays = 3;

/** Why somebody must see what nobody has released to them (§ 34 StGB). */
export const breakGlassReasonSchema = z.enum(['danger_to_life', 'emergency_department', 'on_call', 'other']);
export type BreakGlassReason = z.output<typeof breakGlassReasonSchema>;

/** What can be asked for. Who it is goes with everything. */
export const emergencyPartSchema = z.enum(['identity', 'contact', 'diagnosis', 'medication', 'risk']);
export type EmergencyPart = z.output<typeof emergencyPartSchema>;

export const tooOften = problem(
  'break-glass-limit',
  429,
  'You have opened too many records in an emergency today. Ask the data-protection officer.',
);
export const breakGlassOver = problem('break-glass-over', 409, 'This access has ended.');
export const alreadyReviewed = problem('already-reviewed', 409, 'This access has been reviewed.');

/** Access in an emergency, for one member of staff. */
export const breakGlassSchema = z.object({
  id: idSchema,
  reference: notAboutThePerson(z.string()),
  personId: idSchema,
  reason: breakGlassReasonSchema,
  parts: z.array(emergencyPartSchema),
  openedAt: z.iso.datetime(),
  validUntil: z.iso.datetime(),
});
export type BreakGlass = z.output<typeof breakGlassSchema>;

/** Exactly who it is: family name and birth date, or the KVNR. A given name where several were born on one day. */
export const exactlyWhoSchema = z.union([
  z.strictObject({
    familyName: z.string().trim().min(1).max(100),
    givenName: z.string().trim().min(1).max(100).optional(),
    birthDate: calendarDaySchema,
  }),
  z.strictObject({
    kvnr: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z][0-9]{9}$/, { error: 'format' }),
  }),
]);
export type ExactlyWho = z.output<typeof exactlyWhoSchema>;

export const openBreakGlass = endpoint({
  method: 'POST',
  status: 201,
  path: 'break-glass',
  summary:
    'Open the record of somebody whom nobody has released to the own organisation, in an emergency: with a reason, by exactly who they are, for four hours. Whose person it is and the data-protection officers are told at once.',
  may: breakGlassPermissions.open,
  body: z.strictObject({
    reason: breakGlassReasonSchema,
    explanation: z.string().trim().min(20, { error: 'too-short' }).max(1000),
    parts: z.array(emergencyPartSchema).min(1).max(5),
    who: exactlyWhoSchema,
  }),
  response: z.object({
    /** `several`: a given name is needed. `visible`: no emergency is needed, the record is open already. */
    status: z.enum(['opened', 'nobody', 'several', 'visible']),
    /** The record, where it can be seen now. */
    personId: idSchema.nullable(),
    opened: breakGlassSchema.nullable(),
    /** How many more attempts there are today. */
    left: z.number().int(),
  }),
  problems: [tooOften],
  touches: 'person',
});

export const readRunningBreakGlass = endpoint({
  method: 'GET',
  path: 'break-glass/running',
  summary: 'What one has opened in an emergency and is still open.',
  may: breakGlassPermissions.open,
  response: z.object({ items: z.array(breakGlassSchema) }),
});

export const endBreakGlass = endpoint({
  method: 'POST',
  path: 'break-glass/:id/end',
  summary: 'Close what one opened in an emergency, before the time is up.',
  may: breakGlassPermissions.open,
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({}),
  response: z.object({ id: idSchema }),
  problems: [notFound, breakGlassOver],
  touches: 'person',
});

export const readEmergencyFacts = endpoint({
  method: 'GET',
  path: 'break-glass/:id/facts',
  summary: 'What was asked for in an emergency: the parts that were chosen, and whom to call.',
  may: breakGlassPermissions.open,
  params: z.strictObject({ id: idSchema }),
  response: z.object({
    personId: idSchema,
    diagnosis: ofPart('diagnosis', z.string().nullable()),
    certainty: ofPart('diagnosis', z.string().nullable()),
    medication: ofPart('medication', z.string().nullable()),
    /** Free text, for humans only. */
    risk: ofPart('risk', z.string().nullable()),
    /** When the referral was written from which this comes. */
    writtenOn: calendarDaySchema.nullable(),
    ownerName: notAboutThePerson(z.string()),
    ownerPhone: notAboutThePerson(z.string().nullable()),
    /** Who treats or has been asked to: it says something about the illness. */
    clinicName: ofPart('diagnosis', z.string().nullable()),
    clinicPhone: ofPart('diagnosis', z.string().nullable()),
    hidden: hiddenPartsSchema,
  }),
  problems: [notFound],
  touches: 'person',
});

/** An access as those see it whom it concerns. */
const concerningSchema = z.object({
  id: idSchema,
  reference: notAboutThePerson(z.string()),
  openedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  staffName: notAboutThePerson(z.string()),
  organisationName: notAboutThePerson(z.string()),
  ownerName: notAboutThePerson(z.string().nullable()),
  reason: breakGlassReasonSchema,
  parts: z.array(emergencyPartSchema),
  reviewDueOn: calendarDaySchema,
  reviewedAt: z.iso.datetime().nullable(),
  result: z.enum(['justified', 'not_justified']).nullable(),
});

export const readBreakGlassAtOurs = endpoint({
  method: 'GET',
  path: 'break-glass',
  summary: 'Who opened records of the own organisation in an emergency; the newest hundred.',
  may: breakGlassPermissions.read,
  response: z.object({ items: z.array(concerningSchema.extend({ personId: idSchema })) }),
  touches: 'person',
});

/** A review as the data-protection officer does it: what was opened and why, without whom it is about. */
export const breakGlassReviewSchema = concerningSchema.extend({
  explanation: z.string(),
  isOverdue: z.boolean(),
  reviewedByName: z.string().nullable(),
  note: z.string().nullable(),
  /** What was looked at, from the chronicle: how often, and when last. */
  looks: z.number().int(),
});
export type BreakGlassReview = z.output<typeof breakGlassReviewSchema>;

export const readBreakGlassReviews = endpoint({
  method: 'GET',
  path: 'break-glass/reviews',
  summary: 'Accesses in an emergency that are to be reviewed, those overdue first; or that were reviewed; or that found nobody.',
  may: breakGlassPermissions.review,
  query: z.strictObject({ state: z.enum(['open', 'done', 'nobody']).default('open') }),
  response: z.object({ items: z.array(breakGlassReviewSchema) }),
});

export const reviewBreakGlass = endpoint({
  method: 'POST',
  path: 'break-glass/:id/review',
  summary: 'Record whether an access in an emergency was justified. Nobody reviews their own.',
  may: breakGlassPermissions.review,
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({
    result: z.enum(['justified', 'not_justified']),
    note: z.string().trim().min(10, { error: 'too-short' }).max(1000),
  }),
  response: z.object({ id: idSchema }),
  problems: [notFound, alreadyReviewed],
});

/** Who has used up what one may open in a day. */
export const usedUpEmergencySchema = z.object({
  staffId: idSchema,
  staffName: z.string(),
  organisationName: z.string(),
  attempts: z.number().int(),
  lastAt: z.iso.datetime(),
});
export type UsedUpEmergency = z.output<typeof usedUpEmergencySchema>;

export const readUsedUpEmergencies = endpoint({
  method: 'GET',
  path: 'break-glass/limits',
  summary: 'Who cannot open another record in an emergency today.',
  may: breakGlassPermissions.review,
  response: z.object({ items: z.array(usedUpEmergencySchema) }),
});

export const liftEmergencyLimit = endpoint({
  method: 'POST',
  path: 'break-glass/limits/:id/lift',
  summary:
    'Let a member of staff open records in an emergency again although the limit of the day is used up. Nobody does it for themselves.',
  may: breakGlassPermissions.review,
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({ reason: z.string().trim().min(10, { error: 'too-short' }).max(500) }),
  response: z.object({ id: idSchema }),
  problems: [notFound],
});

/** Somebody opened a record in an emergency. */
export const breakGlassOpened = 'BreakGlassOpened';
export interface BreakGlassOpened {
  breakGlassId: string;
  reference: string;
}
