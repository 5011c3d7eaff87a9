import { openingHoursSchema, usualOpeningHours } from '@lotse/identity/model';
import { wallClockSchema, type CalendarDay } from '@lotse/kernel';
import * as z from 'zod';
import { rulesInForce, versionedRuleSchema } from './county-rule';

/** How long a slot is held, when it begins in more than so many hours. */
export const leadTimeSchema = z.object({
  moreThanHours: z.number().min(0),
  holdMinutes: z.number().int().min(5),
  /** So short that only a call makes sense. */
  byPhone: z.boolean(),
});
export type LeadTime = z.output<typeof leadTimeSchema>;

const severalSchema = (most: number) => z.object({ atMost: z.number().int().min(1).max(most), belowHours: z.number().min(1) });

/**
 * How a county offers slots. `usualHours` and `quietHours` may be absent: then every hour counts. How many are asked at once can be fewer than
 * here, never more: the most is the database's word.
 */
export const offeringSchema = z.object({
  /** The longest notice first; the last line holds for everything shorter. */
  leadTimes: z
    .array(leadTimeSchema)
    .min(1)
    .refine((lines) => lines.every(({ moreThanHours }, index) => index === 0 || moreThanHours < lines[index - 1]!.moreThanHours), {
      error: 'longest-notice-first',
    }),
  /** The hours of organisations that have not said any. */
  usualHours: openingHoursSchema.nullable(),
  /** Nothing goes out and nothing ends in them; from the evening to the morning. */
  quietHours: z.object({ from: wallClockSchema, to: wallClockSchema }).nullable(),
  /** Several are asked at once, and whoever answers first gets the slot. */
  parallel: severalSchema(3),
  /** All who said that they can come at short notice. */
  broadcast: severalSchema(5),
  /** So many hours after a slot was found to fit nobody those who coordinate the county see it; 0: at once. */
  poolAfterHours: z.number().min(0).max(336).default(4),
});
export type OfferingRules = z.output<typeof offeringSchema>;

/** What is usual, for counties that come with nothing else. */
export const usualOffering: OfferingRules = {
  leadTimes: [
    { moreThanHours: 14 * 24, holdMinutes: 72 * 60, byPhone: false },
    { moreThanHours: 3 * 24, holdMinutes: 24 * 60, byPhone: false },
    { moreThanHours: 24, holdMinutes: 4 * 60, byPhone: false },
    { moreThanHours: 0, holdMinutes: 60, byPhone: true },
  ],
  usualHours: usualOpeningHours,
  quietHours: { from: '20:00', to: '08:00' },
  parallel: { atMost: 3, belowHours: 48 },
  broadcast: { atMost: 5, belowHours: 24 },
  poolAfterHours: 4,
};

/** A version of how a county offers, from a day on. */
export const offeringRuleSchema = versionedRuleSchema.extend(offeringSchema.shape);
export type OfferingRule = z.output<typeof offeringRuleSchema>;

interface Offerings {
  /** What the county came with. */
  offering?: OfferingRules;
  /** What it has said since. */
  offerings?: readonly OfferingRule[];
}

/** What was written before slots went beyond the own list says nothing of when they do. */
const whole = <Rules extends OfferingRules>(rules: Rules): Rules => ({
  ...rules,
  poolAfterHours: rules.poolAfterHours ?? usualOffering.poolAfterHours,
});

/** What a county came with; one that says nothing has the usual table and counts every hour. */
export const firstOffering = ({ offering }: Offerings): OfferingRules =>
  offering ? whole(offering) : { ...usualOffering, usualHours: null, quietHours: null };

/** What a county came with, and all that it has said since. */
export const allOfferings = (settings: Offerings): OfferingRule[] => [firstOffering(settings), ...(settings.offerings ?? []).map(whole)];

/** How a county offers on a day; without one, by what it said last. */
export function offeringOf(settings: Offerings, day?: CalendarDay): OfferingRules {
  const [held] = rulesInForce(settings.offerings ?? [], () => '', day);
  return held ? whole(held) : firstOffering(settings);
}
