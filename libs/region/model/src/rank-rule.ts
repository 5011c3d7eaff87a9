import { calendarDaySchema, endpoint, idSchema, permissions, versionStale, type CalendarDay } from '@lotse/kernel';
import * as z from 'zod';
import { rulesInForce, versionedRuleSchema } from './county-rule';
import { nothingChanged, unknownRule, validFromInPast } from './county-rules.contracts';

/**
 * What a county or a clinic may decide about the order of a waiting list. The bands themselves are set by people; nothing here scores anybody.
 * Tie-breaks are fixed: the earlier date received, then the id.
 */
export const rankOrderSchema = z.object({
  /** Bands 1 to so many always come first, whatever the others have waited. */
  firstBands: z.number().int().min(1).max(3),
  /**
   * From more than this part of the target time, in percent, somebody of the other bands rises above those who have waited less. Nobody
   * rises where it is null: of the other bands the share of the target alone decides, so that nobody starves either way.
   */
  risesAt: z.number().int().min(50).max(200).multipleOf(5).nullable(),
});
export type RankOrder = z.output<typeof rankOrderSchema>;

/** What holds where nobody says anything else. */
export const usualRankOrder: RankOrder = { firstBands: 2, risesAt: 100 };

/** A version of the rule for the county, or for one service. A service without an order of its own follows the county. */
export const rankRuleSchema = versionedRuleSchema.extend({ serviceId: idSchema.nullable(), order: rankOrderSchema.nullable() });
export type RankRule = z.output<typeof rankRuleSchema>;

/** The rule that a list is ordered by on a day: whose it is, in which version, and what it says. Version 0 is the usual one. */
export const rankRuleInForceSchema = z.object({ serviceId: idSchema.nullable(), version: z.number().int(), order: rankOrderSchema });
export type RankRuleInForce = z.output<typeof rankRuleInForceSchema>;

export const usualRankRule: RankRuleInForce = { serviceId: null, version: 0, order: usualRankOrder };

/** Of all versions the one that counts for a service on a day: its own, else the county’s, else the usual one. */
export function rankRuleOn(versions: readonly RankRule[], serviceId: string | null, day: CalendarDay): RankRuleInForce {
  const held = rulesInForce(versions, (rule) => rule.serviceId ?? '', day);
  const own = serviceId === null ? undefined : held.find((rule) => rule.serviceId === serviceId);
  const found = own?.order ? own : held.find((rule) => rule.serviceId === null);
  return found?.order ? { serviceId: found.serviceId, version: found.version ?? 0, order: found.order } : usualRankRule;
}

export const rankRulePermissions = permissions('rankRule', 'read', 'change', 'tryOut', 'replay');

const required = { error: 'required' };

export const changeRankRule = endpoint({
  method: 'POST',
  path: 'county-rules/ranks',
  summary: 'A new version of the rule for the order of waiting lists, from a day on: of the county, or of a service of the own clinic.',
  may: rankRulePermissions.change,
  body: z.strictObject({
    serviceId: idSchema.nullable(),
    /** Null only for a service: it follows the county again. */
    order: rankOrderSchema.nullable(),
    validFrom: calendarDaySchema,
    why: z.string().trim().min(1, required).max(300),
    restores: z.number().int().min(0).optional(),
  }),
  response: z.object({ version: z.number().int(), ruleVersion: z.number().int() }),
  problems: [validFromInPast, nothingChanged, unknownRule, versionStale],
  versioned: true,
});
