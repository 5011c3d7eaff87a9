import * as z from 'zod';

/**
 * How urgent somebody's need is, as a qualified person judged it. Never pre-selected, never computed. `emergency` cannot be sent
 * as a referral: it needs a phone call now.
 */
export const urgencies = ['emergency', 'very_urgent', 'urgent', 'acute_treatment', 'soon', 'routine'] as const;
export const urgencySchema = z.enum(urgencies);
export type Urgency = z.output<typeof urgencySchema>;

/** What a unit of a target time is: hours, working days (holidays of the Land do not count), or calendar days. */
export const targetUnitSchema = z.enum(['hours', 'working_days', 'days']);

/** One band of a region: the label is the region's, the target is the time to the first contact, the basis says where it comes from. */
export const urgencyBandSchema = z.object({
  urgency: urgencySchema,
  band: z.number().int().min(0).max(5),
  target: z.number().int().min(0),
  unit: targetUnitSchema,
  basis: z.string(),
});
export type UrgencyBand = z.output<typeof urgencyBandSchema>;

/** The target of a band in days, for the share of the target time that somebody has waited. */
export function targetInDays(band: UrgencyBand): number {
  if (band.unit === 'hours') return band.target / 24;
  return band.unit === 'working_days' ? (band.target * 7) / 5 : band.target;
}
