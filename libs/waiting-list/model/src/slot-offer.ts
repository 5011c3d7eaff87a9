import { calendarDaySchema, idSchema, lifecycle, type ActOf, type StateOf } from '@lotse/kernel';
import { slotModeSchema } from '@lotse/calendar/model';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import * as z from 'zod';

/**
 * The life of a slot offer. It begins `deferred` and goes out at once, or when somebody is there to answer. Every end but `accepted` leaves
 * the person their place and their clock. `superseded`: somebody else of the round was faster, or the person has another appointment.
 */
export const slotOfferLifecycle = lifecycle('deferred', {
  deferred: {
    send: 'sent',
    accept: 'accepted',
    decline: 'declined',
    expire: 'expired',
    withdraw: 'withdrawn',
    supersede: 'superseded',
    give_up: 'undeliverable',
  },
  sent: {
    accept: 'accepted',
    decline: 'declined',
    expire: 'expired',
    withdraw: 'withdrawn',
    supersede: 'superseded',
    give_up: 'undeliverable',
  },
  accepted: {},
  declined: {},
  expired: {},
  withdrawn: {},
  superseded: {},
  undeliverable: {},
});
export type SlotOfferState = StateOf<typeof slotOfferLifecycle>;
export type SlotOfferAct = ActOf<typeof slotOfferLifecycle>;
export const slotOfferStateSchema = z.enum(slotOfferLifecycle.states);

/** Whether an offer still runs: it waits to go out or for an answer. */
export const isLiveOffer = (state: SlotOfferState): boolean => !slotOfferLifecycle.isFinal(state);

/** How a slot is offered: to one after the other, to a few at once, or to all who can come at short notice. Said openly in every offer. */
export const offerModes = ['sequential', 'parallel', 'broadcast'] as const;
export const offerModeSchema = z.enum(offerModes);
export type OfferMode = z.output<typeof offerModeSchema>;

/** Why an offer was overtaken: somebody else of the round has the slot, or the person has an appointment already. */
export const overtakings = ['somebody_faster', 'other_appointment'] as const;
export const overtakenBySchema = z.enum(overtakings);
export type OvertakenBy = (typeof overtakings)[number];

/**
 * What becomes of a slot that somebody does not take: the others of the round may still take it, it is offered to the next person whom it fits,
 * or it is free and the clinic decides.
 */
export const slotFollowUps = ['others_asked', 'next_person', 'clinic_decides'] as const;
export type SlotFollowUp = (typeof slotFollowUps)[number];

/** A reason of the county's list `offer_decline`. */
export const offerDeclineReasonSchema = notAboutThePerson(z.string().regex(/^[a-z_]{2,40}$/));

/** A date of an offer. */
export const offeredSlotSchema = z.object({
  id: idSchema,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  mode: slotModeSchema,
  scheduleName: notAboutThePerson(z.string()),
  /** Where the person goes; empty where nobody goes anywhere. */
  place: notAboutThePerson(z.string()),
});
export type OfferedSlot = z.output<typeof offeredSlotSchema>;

/** A slot that is held for one person, or for the few of a round, until they answer or the hold ends. */
export const slotOfferSchema = z.object({
  id: idSchema,
  state: slotOfferStateSchema,
  /** Offers that were made together; it has the id of the first of them. */
  roundId: idSchema,
  mode: offerModeSchema,
  /** How many were asked in the round. */
  asked: z.number().int(),
  slot: offeredSlotSchema,
  /** Another date in the same offer. */
  secondSlot: offeredSlotSchema.nullable(),
  takenSlotId: idSchema.nullable(),
  /** When the appointment is that the person has already: it stays until this date is accepted. */
  staysUntilAccepted: z.iso.datetime().nullable(),
  serviceName: notAboutThePerson(z.string()),
  organisationName: notAboutThePerson(z.string()),
  organisationPhone: notAboutThePerson(z.string().nullable()),
  referralId: idSchema,
  reference: notAboutThePerson(z.string()),
  referrerName: notAboutThePerson(z.string()),
  personName: ofPart('identity', z.string()),
  birthDate: ofPart('identity', calendarDaySchema),
  phone: ofPart('contact', z.string().nullable()),
  offeredAt: z.iso.datetime(),
  /** When it went out, or will. */
  goesOutAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** So short that only a call makes sense. */
  byPhone: z.boolean(),
  /** How often somebody tried to reach the person. */
  attempts: z.number().int(),
  answeredAt: z.iso.datetime().nullable(),
  declineReason: offerDeclineReasonSchema.nullable(),
  /** Why it was superseded; null of those that were before this was kept. */
  overtakenBy: overtakenBySchema.nullable(),
  /** What followed from the reason. */
  consequence: z.enum(['keep', 'cool_off', 'review', 'withdraw']).nullable(),
  /** Of a cool-off: the first day on which something is offered again. */
  coolsOffUntil: calendarDaySchema.nullable(),
  ifNotTaken: z.enum(slotFollowUps),
  /** Two dates, enough notice, spoken to: a decline counts. */
  isReasonable: z.boolean(),
  /** Whether the own organisation records the answer, or offered the slot itself. */
  side: z.enum(['referrer', 'recipient']),
  version: z.number().int(),
  /** The parts that the reader does not get. */
  hidden: hiddenPartsSchema,
});
export type SlotOffer = z.output<typeof slotOfferSchema>;
