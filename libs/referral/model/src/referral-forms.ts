import { calendarDaySchema } from '@lotse/kernel';
import * as z from 'zod';

/** How certain a diagnosis is (ICD-10-GM Diagnosesicherheit): Ausschluss, Verdacht, gesichert, Zustand nach. Never forced to G. */
export const certaintySchema = z.enum(['A', 'V', 'G', 'Z']);

/** A code of ICD-10-GM as it is written: a letter, two digits, further ones after a point, a mark at the end. The text beside it needs none. */
export const icdCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z][0-9]{2}(\.(-|[0-9][0-9-]?))?[!*+†]?$/, { error: 'format' });

const written = (length: number) => z.string().trim().max(length).nullable();

/** A diagnosis besides the first one. */
export const diagnosisSchema = z.strictObject({
  text: z.string().trim().min(1).max(200),
  code: icdCodeSchema.nullable(),
  certainty: certaintySchema.nullable(),
});
export type Diagnosis = z.output<typeof diagnosisSchema>;

/** What may be recommended after a psychotherapeutic Sprechstunde, on PTV 11. */
export const ptv11RecommendationSchema = z.enum([
  'none',
  'prevention',
  'outpatient_psychotherapy',
  'acute_treatment',
  'hospital',
  'rehabilitation',
  'gp_clarification',
  'specialist_clarification',
  'outside_insurance',
]);
export const therapyMethodSchema = z.enum(['analytic', 'psychodynamic', 'systemic', 'behavioural']);

/** The individual patient information after a Sprechstunde (PTV 11, § 11 Psychotherapie-Richtlinie). */
export const ptv11Schema = z.strictObject({
  /** The last fifty minutes: one or two days. */
  dates: z.array(calendarDaySchema).max(2),
  /** No sign of a disorder that needs treatment. */
  noDisorder: z.boolean(),
  recommendations: z.array(ptv11RecommendationSchema).max(9),
  methods: z.array(therapyMethodSchema).max(4),
  details: written(500),
  next: z.enum(['own_practice', 'referred_on']).nullable(),
  /** "Zeitnah erforderlich". Never pre-selected. */
  promptNeeded: z.boolean().nullable(),
  /** The general practice that gets a copy, when the person wants that. */
  copyTo: written(120),
});
export type Ptv11 = z.output<typeof ptv11Schema>;

/** The paper form for referrals between contract physicians (Überweisungsschein). */
export const muster6Schema = z.strictObject({
  purpose: z.enum(['curative', 'preventive', 'asv', 'attending']).nullable(),
  kind: z.enum(['co_treatment', 'commissioned', 'consultation']).nullable(),
  issuedOn: calendarDaySchema.nullable(),
  /** The commission: exact, and not to be widened without asking. */
  order: written(500),
  findings: written(1000),
});
export type Muster6 = z.output<typeof muster6Schema>;

/** A code of the Terminservicestelle as it was given: letters and digits without what stands between them. It is stored and never made here. */
export const placementCodeSchema = z
  .string()
  .transform((code) => code.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{1,20}$/, { error: 'format' }));

/** Codes have twelve characters; another length is a warning, never a wall. */
export const isUsualPlacementCode = (code: string): boolean => code.replace(/[\s-]/g, '').length === 12;

export const accessibilityNeedSchema = z.enum([
  'step_free',
  'hearing',
  'sign_language',
  'vision',
  'plain_language',
  'quiet_place',
  'assistance_dog',
]);
export const accessibilitySchema = z.strictObject({ needs: z.array(accessibilityNeedSchema).max(7), note: written(300) });
export type Accessibility = z.output<typeof accessibilitySchema>;

/** How somebody gets there, how far, and whether somebody comes along. */
export const travelSchema = z.strictObject({
  means: z.enum(['on_foot', 'public_transport', 'car', 'is_driven', 'cannot_travel']).nullable(),
  radiusKm: z.number().int().min(1).max(300).nullable(),
  companion: z.boolean(),
});
export type Travel = z.output<typeof travelSchema>;
