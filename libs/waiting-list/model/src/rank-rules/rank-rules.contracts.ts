import { calendarDaySchema, endpoint, idSchema } from '@lotse/kernel';
import { rankOrderSchema, rankRuleInForceSchema, rankRulePermissions } from '@lotse/region/model';
import * as z from 'zod';

/** A version of a rule: who wrote it, when, why, and from which day it counts. Version 0 was written by nobody. */
export const rankVersionSchema = z.object({
  version: z.number().int(),
  validFrom: calendarDaySchema.nullable(),
  at: z.iso.datetime().nullable(),
  byName: z.string().nullable(),
  why: z.string().nullable(),
  restores: z.number().int().nullable(),
  /** Null: the service follows the county. */
  order: rankOrderSchema.nullable(),
});
export type RankVersion = z.output<typeof rankVersionSchema>;

const rankScopeSchema = z.object({
  /** Null is the county. */
  serviceId: idSchema.nullable(),
  name: z.string(),
  mayChange: z.boolean(),
  /** Whether the reader may see in numbers what another rule would do: whoever may change it, and of the county whoever coordinates it. */
  mayTry: z.boolean(),
  inForce: rankRuleInForceSchema,
  /** The version of its own that counts today. */
  ownInForce: z.number().int(),
  versions: z.array(rankVersionSchema),
});
export type RankScope = z.output<typeof rankScopeSchema>;

export const readRankRules = endpoint({
  method: 'GET',
  path: 'rank-rules',
  summary: 'The rules by which waiting lists are ordered: of the county, and of services, each with all its versions, the newest first.',
  may: rankRulePermissions.read,
  response: z.object({ version: z.number().int(), scopes: z.array(rankScopeSchema) }),
});

const turnsSchema = z.object({
  serviceId: idSchema,
  serviceName: z.string(),
  month: z.string(),
  offers: z.number().int(),
  outOfTurn: z.number().int(),
});

export const readOutOfTurn = endpoint({
  method: 'GET',
  path: 'rank-rules/out-of-turn',
  summary: 'How many offers were made a month and service, and how many of them out of turn: the last six months, the newest first.',
  may: rankRulePermissions.read,
  response: z.object({ items: z.array(turnsSchema) }),
});
