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
  slotGone,
} from './offering.rules';
import { offerDeclineReasonSchema, slotOfferSchema } from './slot-offer';
import { waitingListEntrySchema } from './waiting-list-entry';

export const waitingListPermissions = permissions('waitingList', 'read', 'join', 'offerSlot', 'readOffers', 'answerOffer', 'withdrawOffer');

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
  summary: 'Everybody who waits for a service, in order, each with the reason for the rank.',
  may: waitingListPermissions.read,
  params: byId,
  query: z.strictObject(pageQuery),
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
    /** How long the slot would be held for an answer, if offered now. */
    holdUntil: z.iso.datetime(),
    candidates: z.array(waitingListEntrySchema),
    excluded: z.array(
      z.object({
        entry: waitingListEntrySchema,
        why: exclusionSchema,
        /** What the sentence about it names; of whatever was not released nothing is known, and nothing said. */
        facts: exclusionFactsSchema,
      }),
    ),
    /** The running offer for this slot, when there is one. */
    running: slotOfferSchema.nullable(),
  }),
  problems: [notFound],
  touches: 'waiting-list',
});

export const offerSlot = endpoint({
  method: 'POST',
  status: 201,
  path: 'slots/:id/offers',
  summary: 'Hold a slot for a person and offer it. Out of turn only with a reason.',
  may: waitingListPermissions.offerSlot,
  params: byId,
  body: z.strictObject({
    entryId: idSchema,
    outOfTurnReason: z.string().trim().min(5).max(300).optional(),
    /** Whether the slot goes to the next person by itself when this offer ends without an appointment. */
    cascade: z.boolean().default(true),
  }),
  response: slotOfferSchema,
  problems: [notFound, slotGone, offerInPast, entryNotWaiting, entryOfOtherService, notNextInLine],
  touches: 'offer',
  versioned: true,
});

export const readOffers = endpoint({
  method: 'GET',
  path: 'offers',
  summary: 'Slot offers of the own organisation on either side: running ones by expiry, ended ones by time.',
  may: waitingListPermissions.readOffers,
  query: z.strictObject({ ...pageQuery, state: z.enum(['running', 'ended']).default('running') }),
  response: pageOf(slotOfferSchema),
  touches: 'offer',
});

export const acceptOffer = endpoint({
  method: 'POST',
  path: 'offers/:id/accept',
  summary: 'Record that the person takes the slot. Booked once, or a clear answer why not.',
  may: waitingListPermissions.answerOffer,
  params: byId,
  body: z.strictObject({}),
  response: slotOfferSchema,
  problems: [notFound, offerExpired, offerAnswered],
  touches: 'offer',
  versioned: true,
});

export const declineOffer = endpoint({
  method: 'POST',
  path: 'offers/:id/decline',
  summary: 'Record that the person does not take the slot. They keep place and clock; the slot goes to the next person.',
  may: waitingListPermissions.answerOffer,
  params: byId,
  body: z.strictObject({ reason: offerDeclineReasonSchema, comment: z.string().trim().max(500).optional() }),
  response: slotOfferSchema,
  problems: [notFound, offerExpired, offerAnswered],
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
  problems: [notFound, notYourTurn, offerExpired, offerAnswered],
  touches: 'offer',
  versioned: true,
});
