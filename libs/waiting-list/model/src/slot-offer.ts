import { calendarDaySchema, idSchema, lifecycle, type ActOf, type StateOf } from '@lotse/kernel';
import { slotModeSchema } from '@lotse/calendar/model';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import * as z from 'zod';

/** The life of a slot offer. Every end but `accepted` frees the slot; none costs the person their place or their clock. */
export const slotOfferLifecycle = lifecycle('sent', {
  sent: { accept: 'accepted', decline: 'declined', expire: 'expired', withdraw: 'withdrawn' },
  accepted: {},
  declined: {},
  expired: {},
  withdrawn: {},
});
export type SlotOfferState = StateOf<typeof slotOfferLifecycle>;
export type SlotOfferAct = ActOf<typeof slotOfferLifecycle>;
export const slotOfferStateSchema = z.enum(slotOfferLifecycle.states);

/** Coded reasons for declining an offer; declining never costs a place. */
export const offerDeclineReasonSchema = z.enum([
  'time',
  'travel',
  'place',
  'clinician',
  'remote_not_wanted',
  'ill',
  'work_or_care',
  'not_now',
  'found_help',
  'other',
]);

/** A slot that is held for one person until they answer or the hold ends. */
export const slotOfferSchema = z.object({
  id: idSchema,
  state: slotOfferStateSchema,
  slot: z.object({
    id: idSchema,
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    mode: slotModeSchema,
    scheduleName: notAboutThePerson(z.string()),
  }),
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
  expiresAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  declineReason: offerDeclineReasonSchema.nullable(),
  /** Whether the own organisation records the answer, or offered the slot itself. */
  side: z.enum(['referrer', 'recipient']),
  version: z.number().int(),
  /** The parts that the reader does not get. */
  hidden: hiddenPartsSchema,
});
export type SlotOffer = z.output<typeof slotOfferSchema>;

const hour = 3_600_000;

/** How long a slot is held: 72 h with more than 14 days notice, 24 h with 3 to 14, 4 h with 1 to 3, below that 60 minutes (phone). */
export function holdDuration(startsAt: Date, now: Date): number {
  const notice = startsAt.getTime() - now.getTime();
  if (notice > 14 * 24 * hour) return 72 * hour;
  if (notice > 3 * 24 * hour) return 24 * hour;
  if (notice > 24 * hour) return 4 * hour;
  return hour;
}

/** When a hold ends: never after the slot has begun. */
export function holdEnds(startsAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + holdDuration(startsAt, now), startsAt.getTime()));
}
