import { calendarDaySchema, endpoint } from '@lotse/kernel';
import { rankRulePermissions } from '@lotse/region/model';
import * as z from 'zod';

/**
 * What does not come out as it was decided. `rule`: the version named says something else or did not count yet; `order`: the order is another one;
 * `entry`: somebody else is said to have been chosen; `rank`: the number is another one; `turn`: somebody whom the slot fitted came first, and no
 * reason was given; `instant`: it was decided at another moment.
 */
export const replayDifferences = ['rule', 'order', 'entry', 'rank', 'turn', 'instant'] as const;
export type ReplayDifference = (typeof replayDifferences)[number];

/** The number by which an offer is spoken of where nobody may see whom it was made to. */
export const offerNumber = (id: string): string => `A-${id.slice(-6).toUpperCase()}`;

export const replayResultSchema = z.object({
  from: calendarDaySchema,
  until: calendarDaySchema,
  offers: z.number().int(),
  outOfTurn: z.number().int(),
  differing: z.number().int(),
  /** By which versions of which rules they were decided; null is the county’s. */
  rules: z.array(z.object({ serviceName: z.string().nullable(), version: z.number().int(), offers: z.number().int() })),
  /** The first hundred that do not come out as they were decided. */
  differences: z.array(
    z.object({ number: z.string(), at: z.iso.datetime(), serviceName: z.string(), what: z.array(z.enum(replayDifferences)) }),
  ),
});
export type ReplayResult = z.output<typeof replayResultSchema>;

export const replayOffers = endpoint({
  method: 'GET',
  path: 'rank-rules/replay',
  summary: 'Decides the offers of some days again, each under the version of the rule that it names, and says which come out otherwise.',
  may: rankRulePermissions.replay,
  query: z.strictObject({ from: calendarDaySchema, until: calendarDaySchema }),
  response: replayResultSchema,
  limit: 'export',
});
