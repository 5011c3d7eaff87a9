import { endpoint, idSchema, permissions } from '@lotse/kernel';
import * as z from 'zod';
import { letterTemplateSchema } from './letter-template';
import { deadlineRuleSchema } from './deadlines';
import { rankRuleSchema } from './rank-rule';
import { offeringRuleSchema, offeringSchema, usualOffering } from './offering';
import { actReasonSchema } from './reasons';
import { retentionRuleSchema } from './retention';
import { urgencyBandSchema } from './urgency';

export const regionPermissions = permissions('region', 'read');

/** Reasons for a referral in our own words, mapped to an ICD group; the region package may change the list. */
export const referralReasonSchema = z.object({
  code: z.string().regex(/^[a-z_]{2,40}$/),
  de: z.string(),
  en: z.string(),
  icdGroup: z.string().nullable(),
});
export type ReferralReason = z.output<typeof referralReasonSchema>;

/** A number to call when a referral would be too slow. */
export const emergencyNumberSchema = z.object({ de: z.string(), en: z.string(), phone: z.string() });

/** Whom to tell about barriers in a county, and who decides when nobody answers. */
export const accessibilityContactSchema = z.object({
  feedback: z.object({ name: z.string(), email: z.email(), phone: z.string().optional() }),
  enforcement: z.object({ de: z.string(), en: z.string() }),
});

/** What a county decides for itself. Versioned as a whole; a region package carries it. */
export const regionSettingsSchema = z.object({
  /** The German federal state, for its holidays. */
  land: z.string().regex(/^DE-[A-Z]{2}$/),
  saturdayCounts: z.boolean(),
  urgencyBands: z.array(urgencyBandSchema).length(6),
  referralReasons: z.array(referralReasonSchema).min(1),
  emergencyNumbers: z.array(emergencyNumberSchema).min(1),
  accessibility: accessibilityContactSchema.optional(),
  /** Where the county keeps records shorter or longer than is usual. */
  retention: z.array(retentionRuleSchema).optional(),
  /** The county's own words in letters, every version. Those who print them read them, so the county as everybody reads it leaves them out. */
  letterTemplates: z.array(letterTemplateSchema).optional(),
  /** Reasons for acts that the county has changed or added; the usual ones need not be named. */
  reasons: z.array(actReasonSchema).optional(),
  /** Deadlines that the county has changed or added; the usual ones need not be named. */
  deadlines: z.array(deadlineRuleSchema).optional(),
  /** The order of waiting lists in versions, of the county and of single services. */
  ranks: z.array(rankRuleSchema).optional(),
  /** How slots are offered: how long they are held, when nobody is disturbed, how many may be asked at once. */
  offering: offeringSchema.optional(),
  /** What the county has said of it since, in versions. */
  offerings: z.array(offeringRuleSchema).optional(),
});
export type RegionSettings = z.output<typeof regionSettingsSchema>;

/** A municipality: official key (AGS) and postcode are text; one postcode may span several municipalities. */
export const municipalitySchema = z.object({
  ags: z.string().regex(/^[0-9]{8}$/),
  name: z.string(),
  postcode: z.string().regex(/^[0-9]{5}$/),
  latitude: z.number(),
  longitude: z.number(),
  population: z.number().int(),
});
export type Municipality = z.output<typeof municipalitySchema>;

export const readRegion = endpoint({
  method: 'GET',
  path: 'region',
  summary: 'The county one works in: urgency bands, reasons for referral, emergency numbers, municipalities.',
  may: regionPermissions.read,
  response: z.object({
    id: idSchema,
    key: z.string(),
    name: z.string(),
    settings: regionSettingsSchema,
    municipalities: z.array(municipalitySchema),
  }),
});

/** A county as a file: everything needed to set one up; see `tools/seed/regions`. */
export const regionPackageSchema = z.object({
  key: z.string().regex(/^[0-9]{5}$/),
  name: z.string(),
  settings: regionSettingsSchema.extend({ offering: offeringSchema.default(usualOffering) }),
  municipalities: z.array(municipalitySchema).min(1),
});
export type RegionPackage = z.output<typeof regionPackageSchema>;
