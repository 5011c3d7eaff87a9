import { calendarDaySchema, endpoint, idSchema, invalidState, notFound, problem, versionStale } from '@lotse/kernel';
import { slotModeSchema } from '@lotse/calendar/model';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import * as z from 'zod';
import { pauseEndsBeforeItBegins, pauseInHindsight, pauseIsOver, pauseOverlaps, pauseReasonSchema, pauseSchema } from './pauses';
import { slotOfferSchema, slotOfferStateSchema } from './slot-offer';
import { waitingListPermissions } from './waiting-list.contracts';
import { waitingListEntrySchema } from './waiting-list-entry';
import { windowEndsBeforeItBegins, wishesSchema } from './wishes';

export const notOwnService = problem(
  'not-own-service',
  422,
  'Only other services of the own organisation can be chosen.',
  'furtherServiceIds',
);
export const notOwnSchedule = problem(
  'not-own-schedule',
  422,
  'Only schedules of the own organisation can be excluded.',
  'wishes.excludedSchedules',
);
export const coolOffIsOver = problem('cool-off-is-over', 409, 'Slots are offered to this person already.');
export const nothingToTakeBack = problem('nothing-to-take-back', 422, 'There is no earlier version of this.', 'restores');

const byId = z.strictObject({ id: idSchema });

/** What is said about an entry, as it is written. */
export const saidWishesSchema = z.strictObject({
  wishes: wishesSchema,
  shortNotice: z.boolean(),
  minimumNoticeHours: z.number().int().min(1).max(336),
  /** Other services of the organisation that would do as well. */
  furtherServiceIds: z.array(idSchema).max(20),
});
export type SaidWishes = z.output<typeof saidWishesSchema>;

/** Who said so, and when; the latest version holds. */
export const wishesVersionSchema = z.object({
  version: z.number().int(),
  said: ofPart('appointments', saidWishesSchema),
  byName: notAboutThePerson(z.string()),
  at: z.iso.datetime(),
  /** The version that this one brings back. */
  restores: z.number().int().nullable(),
  fromReferral: z.boolean(),
});
export type WishesVersion = z.output<typeof wishesVersionSchema>;

const named = z.object({ id: idSchema, name: notAboutThePerson(z.string()) });

/** A slot that somebody on the list was offered, and what came of it. */
export const pastOfferSchema = z.object({
  id: idSchema,
  state: slotOfferStateSchema,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  mode: slotModeSchema,
  scheduleName: notAboutThePerson(z.string()),
  offeredAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  declineReason: slotOfferSchema.shape.declineReason,
  overtakenBy: slotOfferSchema.shape.overtakenBy,
  consequence: slotOfferSchema.shape.consequence,
  coolsOffUntil: slotOfferSchema.shape.coolsOffUntil,
  outOfTurn: z.boolean(),
  /** Whether somebody was compared with others, so that it can be read why it was them. */
  wasRanked: z.boolean(),
});
export type PastOffer = z.output<typeof pastOfferSchema>;

/** A place on a list as one page shows it. */
export const waitingListEntryDetailSchema = waitingListEntrySchema.extend({
  serviceName: notAboutThePerson(z.string()),
  /** Beyond a thousand nobody counts: null, while they wait. */
  waited: z.object({ total: z.number().int(), withoutPauses: z.number().int() }),
  joinedAt: z.iso.datetime(),
  pauses: z.array(pauseSchema),
  /** The versions of the wishes, the newest first. */
  versions: z.array(wishesVersionSchema),
  offers: z.array(pastOfferSchema),
  /** How the referral came to where it is: why somebody waits no longer. */
  lastStep: z.object({ act: notAboutThePerson(z.string()), at: z.iso.datetime(), byName: notAboutThePerson(z.string()) }).nullable(),
  /** How far the service is for them; null where that is not known. */
  way: ofPart(
    'contact',
    z.object({ from: z.string(), km: z.number(), minutes: z.number().int().nullable(), isComputed: z.boolean() }).nullable(),
  ),
  /** What can be chosen: schedules and services of the own organisation. */
  choices: z.object({ schedules: z.array(named), services: z.array(named) }),
  hidden: hiddenPartsSchema,
});
export type WaitingListEntryDetail = z.output<typeof waitingListEntryDetailSchema>;

const changedEntry = z.object({ id: idSchema, version: z.number().int() });

export const readEntry = endpoint({
  method: 'GET',
  path: 'waiting-list-entries/:id',
  summary: 'A place on a waiting list of the own organisation: why this rank, what they can come to, pauses, offers so far.',
  may: waitingListPermissions.read,
  params: byId,
  response: waitingListEntryDetailSchema,
  problems: [notFound],
  touches: 'waiting-list',
});

export const changeWishes = endpoint({
  method: 'POST',
  path: 'waiting-list-entries/:id/wishes',
  summary:
    'Say what somebody on the list can come to. It is a new version; the ones before stay. With `restores`, an earlier one is brought back.',
  may: waitingListPermissions.changeEntry,
  params: byId,
  body: saidWishesSchema.extend({ restores: z.number().int().min(1).optional() }),
  response: changedEntry,
  problems: [notFound, invalidState, versionStale, notOwnService, notOwnSchedule, nothingToTakeBack, windowEndsBeforeItBegins],
  touches: 'waiting-list',
  versioned: true,
});

export const beginPause = endpoint({
  method: 'POST',
  path: 'waiting-list-entries/:id/pauses',
  summary: 'Somebody cannot come for some days, from today or later. Their clock goes on; no slot of these days is offered to them.',
  may: waitingListPermissions.changeEntry,
  params: byId,
  body: z.strictObject({
    startsOn: calendarDaySchema,
    endsOn: calendarDaySchema.nullable(),
    reason: pauseReasonSchema,
    note: z.string().trim().min(1).max(300).nullable(),
  }),
  response: changedEntry,
  problems: [notFound, invalidState, versionStale, pauseInHindsight, pauseEndsBeforeItBegins, pauseOverlaps],
  touches: 'waiting-list',
  versioned: true,
});

export const endPause = endpoint({
  method: 'POST',
  path: 'waiting-list-entries/:id/pauses/:pause/end',
  summary: 'Say the last day of a pause, or that it is over now. Days that have passed stay what they were.',
  may: waitingListPermissions.changeEntry,
  params: z.strictObject({ id: idSchema, pause: idSchema }),
  /** `now`: whoever paused can come from today on. */
  body: z.strictObject({ endsOn: z.union([calendarDaySchema, z.literal('now')]).nullable() }),
  response: changedEntry,
  problems: [notFound, invalidState, versionStale, pauseInHindsight, pauseEndsBeforeItBegins, pauseOverlaps, pauseIsOver],
  touches: 'waiting-list',
  versioned: true,
});

export const endCoolOff = endpoint({
  method: 'POST',
  path: 'waiting-list-entries/:id/end-cool-off',
  summary:
    'Offer slots again to somebody who was to be left alone for some days after a decline. Days that have passed stay what they were.',
  may: waitingListPermissions.changeEntry,
  params: byId,
  response: changedEntry,
  problems: [notFound, invalidState, versionStale, coolOffIsOver],
  touches: 'waiting-list',
  versioned: true,
});
