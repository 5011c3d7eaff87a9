import { endpoint, idSchema } from '@lotse/kernel';
import { rankOrderSchema, rankRulePermissions, unknownRule } from '@lotse/region/model';
import * as z from 'zod';

const count = z.number().int();
const movedSchema = z.object({ earlier: count, later: count, same: count });
const shownGroupsSchema = z
  .object({
    /** Municipalities come with their names; age groups and bands are named by whoever shows them. */
    groups: z.array(movedSchema.extend({ key: z.string(), name: z.string().nullable() })),
    others: movedSchema.extend({ groups: count }).nullable(),
  })
  .nullable();
export type ShownTable = z.output<typeof shownGroupsSchema>;

export const movementSchema = z.object({
  people: count,
  sum: movedSchema.nullable(),
  by: z.object({ municipality: shownGroupsSchema, age: shownGroupsSchema, band: shownGroupsSchema }),
});
export type ShownMovement = z.output<typeof movementSchema>;

export const tryRankRule = endpoint({
  method: 'POST',
  path: 'rank-rules/try',
  summary:
    'Who would come earlier or later under another rule: of those who wait now, and of the offers of the last month. Numbers without small ones; nothing is changed.',
  may: rankRulePermissions.tryOut,
  body: z.strictObject({ serviceId: idSchema.nullable(), order: rankOrderSchema.nullable() }),
  response: z.object({
    /** How many waiting lists the rule would order. */
    lists: count,
    waiting: movementSchema,
    /** Of the offers made in turn: how many, and who among the first of each list would have got them. */
    offers: movementSchema.extend({ decided: count }),
  }),
  problems: [unknownRule],
  repeatable: true,
});
