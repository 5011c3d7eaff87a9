import { endpoint, idSchema, notFound } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import { rankRuleInForceSchema, urgencySchema } from '@lotse/region/model';
import * as z from 'zod';
import { waitingListEntryStateSchema } from '../waiting-list-entry';
import { waitingListPermissions } from '../waiting-list.contracts';

const byId = z.strictObject({ id: idSchema });
const count = z.number().int();

/** Somebody who waits, as a bar: by the number of the referral, without a name. */
const agingBarSchema = z.object({
  entryId: idSchema,
  referralId: idSchema,
  reference: notAboutThePerson(z.string()),
  state: waitingListEntryStateSchema,
  waitedDays: count,
  targetDays: z.number(),
  share: z.number(),
});
export type AgingBar = z.output<typeof agingBarSchema>;

export const readAging = endpoint({
  method: 'GET',
  path: 'waiting-lists/:id/aging',
  summary:
    'How long those who wait have waited against their target, by band, the longest first: thirty of each band, and how many there are.',
  may: waitingListPermissions.read,
  params: byId,
  response: z.object({
    rule: rankRuleInForceSchema,
    waiting: count,
    overdue: count,
    bands: z.array(
      z.object({ band: z.number().int(), urgency: urgencySchema, waiting: count, overdue: count, bars: z.array(agingBarSchema) }),
    ),
  }),
  problems: [notFound],
  touches: 'waiting-list',
});

const waitsSchema = z.object({
  people: count,
  median: z.number().nullable(),
  p95: z.number().nullable(),
  longest: z.number().nullable(),
  /** So many waited from `index` times the width of a bar to one width more. */
  counts: z.array(count),
});
export type Waits = z.output<typeof waitsSchema>;

export const readWaits = endpoint({
  method: 'GET',
  path: 'waiting-lists/:id/waits',
  summary: 'How long those who still wait have waited, and how long those waited who came to their first appointment in the last year.',
  may: waitingListPermissions.read,
  params: byId,
  response: z.object({ widthDays: count, waiting: waitsSchema, ended: waitsSchema }),
  problems: [notFound],
});

export const readFunnel = endpoint({
  method: 'GET',
  path: 'waiting-lists/:id/funnel',
  summary: 'What became of the slots that were free in the last 90 days: offered, confirmed, kept, with the time it took.',
  may: waitingListPermissions.read,
  params: byId,
  response: z.object({
    free: count,
    offered: count,
    confirmed: count,
    attended: count,
    /** Given to somebody without an offer before. */
    direct: count,
    /** Confirmed, and still to come or not yet said whether it was kept. */
    toCome: count,
    offers: count,
    /** Medians; null where nothing has happened. */
    minutesToOffer: z.number().nullable(),
    minutesToConfirm: z.number().nullable(),
    minutesFreeToConfirmed: z.number().nullable(),
    daysToAppointment: z.number().nullable(),
  }),
  problems: [notFound],
});
export type Funnel = z.output<typeof readFunnel.response>;

export const readListOutOfTurn = endpoint({
  method: 'GET',
  path: 'waiting-lists/:id/out-of-turn',
  summary: 'How many offers of this list were made out of turn, month by month for half a year, and the reasons of the last twenty.',
  may: waitingListPermissions.read,
  params: byId,
  response: z.object({
    months: z.array(z.object({ month: notAboutThePerson(z.string()), offers: count, outOfTurn: count })),
    /** In the words of the own clinic, which nobody else reads here. */
    reasons: z.array(
      z.object({ at: z.iso.datetime(), rank: count, byName: notAboutThePerson(z.string()), reason: notAboutThePerson(z.string()) }),
    ),
  }),
  problems: [notFound],
  touches: 'waiting-list',
});
