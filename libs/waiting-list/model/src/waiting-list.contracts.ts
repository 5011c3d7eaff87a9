import { endpoint, idSchema, invalidState, notFound, pageOf, pageQuery, permissions } from '@lotse/kernel';
import { slotSchema } from '@lotse/calendar/model';
import { movedReferralSchema, notYourTurn } from '@lotse/referral/model';
import { notAboutThePerson } from '@lotse/people/model';
import * as z from 'zod';
import { exclusionFactsSchema, exclusionSchema } from './fitness';
import {
  alreadyOnList,
  entryNotWaiting,
  entryOfOtherService,
  notNextInLine,
  offerAnswered,
  offerExpired,
  offerInPast,
  slotDoesNotFit,
  slotGone,
} from './offering.rules';
import {
  declineCommentMissing,
  modeTooEarly,
  nobodyAnswersInTime,
  offerSuperseded,
  secondDateUnfit,
  shortNoticeOnly,
  unknownDeclineReason,
  whichDate,
} from './round.rules';
import { offerDeclineReasonSchema, offerModeSchema, slotOfferSchema } from './slot-offer';
import { sameTripSchema } from './same-trip';
import { waitingListEntrySchema } from './waiting-list-entry';
import { waitingFilters, waitingSortSchema } from './waiting-list-order';

export const waitingListPermissions = permissions(
  'waitingList',
  'read',
  'join',
  'changeEntry',
  'offerSlot',
  'readOffers',
  'answerOffer',
  'withdrawOffer',
);

const byId = z.strictObject({ id: idSchema });

export const joinWaitingList = endpoint({
  method: 'POST',
  path: 'referrals/:id/waitlist',
  summary: 'Put the person of an accepted referral on the waiting list of its service. The clock began when the referral was sent.',
  may: waitingListPermissions.join,
  params: byId,
  body: z.strictObject({ note: z.string().trim().max(500).optional() }),
  response: movedReferralSchema,
  problems: [notFound, invalidState, notYourTurn, alreadyOnList],
  touches: 'referral',
  versioned: true,
});

export const readWaitingLists = endpoint({
  method: 'GET',
  path: 'waiting-lists',
  summary: 'The waiting lists of the own organisation, one a service.',
  may: waitingListPermissions.read,
  response: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        serviceName: notAboutThePerson(z.string()),
        waiting: z.number().int(),
        overdue: z.number().int(),
        openSlots: z.number().int(),
      }),
    ),
  }),
});

export const readWaitingList = endpoint({
  method: 'GET',
  path: 'waiting-lists/:id/entries',
  summary: 'Everybody who waits for a service, by rank or in another order, each with the rank and the reason for it.',
  may: waitingListPermissions.read,
  params: byId,
  query: z.strictObject({ ...pageQuery, ...waitingFilters, sort: waitingSortSchema.default('rank') }),
  response: pageOf(waitingListEntrySchema),
  problems: [notFound],
  touches: 'waiting-list',
});

export const readCandidates = endpoint({
  method: 'GET',
  path: 'slots/:id/candidates',
  summary: 'Who fits a slot, in order, and who does not and why; the first fifty of each.',
  may: waitingListPermissions.offerSlot,
  params: byId,
  response: z.object({
    slot: notAboutThePerson(slotSchema),
    /** How each of the candidates would be offered it now: when it would go out, and until when it would be held. */
    holds: z.array(z.object({ entryId: idSchema, goesOutAt: z.iso.datetime(), until: z.iso.datetime(), byPhone: z.boolean() })),
    /** The ways it may be offered now, and how many each asks. */
    modes: z.array(z.object({ mode: offerModeSchema, atMost: z.number().int(), belowHours: z.number().nullable() })),
    /** Free slots of the same list on other days that can be a second date. */
    secondDates: notAboutThePerson(z.array(slotSchema)),
    candidates: z.array(waitingListEntrySchema),
    /** Who has another appointment near the slot on the same day, themselves or somebody of their household: one way less. */
    sameTrip: z.array(sameTripSchema),
    excluded: z.array(
      z.object({
        entry: waitingListEntrySchema,
        why: exclusionSchema,
        /** What the sentence about it names; of whatever was not released nothing is known, and nothing said. */
        facts: exclusionFactsSchema,
      }),
    ),
    /** The running offers for this slot; several, when they were made at once. */
    running: z.array(slotOfferSchema),
  }),
  problems: [notFound],
  touches: 'waiting-list',
});

export const offerSlot = endpoint({
  method: 'POST',
  status: 201,
  path: 'slots/:id/offers',
  summary: 'Hold a slot and offer it: to one person, a few at once, or all who can come at short notice. Out of turn only with a reason.',
  may: waitingListPermissions.offerSlot,
  params: byId,
  body: z.strictObject({
    /** Who is asked first; with several at once the next in line are asked with them. */
    entryId: idSchema,
    mode: offerModeSchema.default('sequential'),
    /** Another date in the same offer, held with it. */
    secondSlotId: idSchema.optional(),
    outOfTurnReason: z.string().trim().min(5).max(300).optional(),
    /** Whether the slot goes to the next person by itself when this offer ends without an appointment. */
    cascade: z.boolean().default(true),
  }),
  response: slotOfferSchema,
  problems: [
    notFound,
    slotGone,
    offerInPast,
    entryNotWaiting,
    entryOfOtherService,
    notNextInLine,
    slotDoesNotFit,
    modeTooEarly,
    shortNoticeOnly,
    secondDateUnfit,
    nobodyAnswersInTime,
  ],
  touches: 'offer',
  versioned: true,
});

export const readOffers = endpoint({
  method: 'GET',
  path: 'offers',
  summary: 'Slot offers of the own organisation on either side, or those of one referral: running ones by expiry, ended ones by time.',
  may: waitingListPermissions.readOffers,
  query: z.strictObject({ ...pageQuery, state: z.enum(['running', 'ended']).default('running'), referralId: idSchema.optional() }),
  response: pageOf(slotOfferSchema),
  touches: 'offer',
});

export const acceptOffer = endpoint({
  method: 'POST',
  path: 'offers/:id/accept',
  summary: 'Record that the person takes the slot. Booked once, or a clear answer why not.',
  may: waitingListPermissions.answerOffer,
  params: byId,
  /** Which date, when there are two. */
  body: z.strictObject({ slotId: idSchema.optional() }),
  response: slotOfferSchema,
  problems: [notFound, offerExpired, offerAnswered, offerSuperseded, whichDate],
  touches: 'offer',
  versioned: true,
});

export const declineOffer = endpoint({
  method: 'POST',
  path: 'offers/:id/decline',
  summary: 'Record that the person does not take the slot. They keep place and clock; the answer says what becomes of the slot.',
  may: waitingListPermissions.answerOffer,
  params: byId,
  body: z.strictObject({
    reason: offerDeclineReasonSchema,
    comment: z.string().trim().max(500).optional(),
    /** Whether the person was really spoken to: only then can a decline ever count. */
    personReached: z.boolean().default(false),
  }),
  response: slotOfferSchema,
  problems: [notFound, offerExpired, offerAnswered, offerSuperseded, unknownDeclineReason, declineCommentMissing],
  touches: 'offer',
  versioned: true,
});

export const withdrawOffer = endpoint({
  method: 'POST',
  path: 'offers/:id/withdraw',
  summary: 'Take an offer back. The slot is free again; the person keeps place and clock.',
  may: waitingListPermissions.withdrawOffer,
  params: byId,
  body: z.strictObject({ reason: z.string().trim().min(3).max(300) }),
  response: slotOfferSchema,
  problems: [notFound, notYourTurn, offerExpired, offerAnswered, offerSuperseded],
  touches: 'offer',
  versioned: true,
});

export const recordNotReached = endpoint({
  method: 'POST',
  path: 'offers/:id/not-reached',
  summary:
    'Record that the person was not reached. The offer goes on, or is given up: then the slot is free and somebody finds out how to reach them.',
  may: waitingListPermissions.answerOffer,
  params: byId,
  body: z.strictObject({ giveUp: z.boolean(), comment: z.string().trim().max(500).optional() }),
  response: slotOfferSchema,
  problems: [notFound, offerExpired, offerAnswered, offerSuperseded],
  touches: 'offer',
  versioned: true,
});
