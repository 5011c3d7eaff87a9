import { idSchema } from '@lotse/kernel';
import * as z from 'zod';

/** What kind of help a service gives. */
export const serviceCategorySchema = z.enum([
  'outpatient_clinic',
  'day_clinic',
  'psychotherapy',
  'psychiatry_practice',
  'social_psychiatric_service',
  'addiction_counselling',
  'integration_assistance',
  'peer_support',
]);
export type ServiceCategory = z.output<typeof serviceCategorySchema>;

/** Whether somebody who is referred today would be seen soon. Staff of the service say so; the date says when they last did. */
export const capacitySchema = z.enum(['capacity', 'waiting_list', 'no_capacity', 'assessment_required']);

/** A service that helps people, as the directory shows it. Not to be confused with a slot offer. */
export const serviceSchema = z.object({
  id: idSchema,
  organisationId: idSchema,
  organisationName: z.string(),
  name: z.string(),
  category: serviceCategorySchema,
  descriptionDe: z.string(),
  descriptionEn: z.string(),
  ags: z.string(),
  municipality: z.string(),
  postcode: z.string(),
  street: z.string().nullable(),
  phone: z.string().nullable(),
  ageFrom: z.number().int(),
  ageTo: z.number().int().nullable(),
  languages: z.array(z.string()),
  capacity: capacitySchema,
  /** What the service says about the usual wait, in weeks; null when it says nothing. */
  expectedWaitWeeks: z.number().int().nullable(),
  /** What it adds to that in words. */
  expectedWaitNote: z.string().nullable(),
  /** Whether referrals can be sent to it with Lotse. */
  acceptsReferrals: z.boolean(),
  /** The day somebody at the service last confirmed the entry. */
  confirmedOn: z.iso.date(),
  isInvented: z.boolean(),
  /** Kilometres as the crow flies from the municipality that was searched for; null without one. */
  distanceKm: z.number().nullable(),
});
export type Service = z.output<typeof serviceSchema>;
