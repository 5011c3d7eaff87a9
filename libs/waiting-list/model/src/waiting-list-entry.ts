import { calendarDaySchema, idSchema, lifecycle, type StateOf } from '@lotse/kernel';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';
import { listCheckKindSchema } from './list-check';
import { wishesSchema } from './wishes';

/** The life of a place on a waiting list. It ends only by an appointment or by a person’s decision, never by time. */
export const waitingListEntryLifecycle = lifecycle('waiting', {
  waiting: { offer: 'offered', place: 'placed', remove: 'removed', suspend: 'suspended' },
  offered: { accept: 'placed', return: 'waiting', remove: 'removed' },
  suspended: { resume: 'waiting', remove: 'removed' },
  placed: { return: 'waiting', remove: 'removed' },
  removed: {},
});
export type WaitingListEntryState = StateOf<typeof waitingListEntryLifecycle>;
export const waitingListEntryStateSchema = z.enum(waitingListEntryLifecycle.states);

/** Why somebody stands where they stand, as facts; a sentence is made from them in the language of the reader. */
export const rankReasonSchema = z.object({
  /** `band`: ordered by urgency band; `breach`: risen because enough of the target time has passed; `share`: by the share of it alone. */
  code: z.enum(['band', 'breach', 'share']),
  /** From which part of the target time, in percent, the rule of this list lets people rise; null where nobody rises. */
  risesAt: z.number().int().nullable(),
  urgency: urgencySchema,
  waitedDays: z.number().int(),
  targetDays: z.number(),
  /** Waited time as a share of the target time; 1 means the target is reached. */
  share: z.number(),
  receivedOn: calendarDaySchema,
});
export type RankReason = z.output<typeof rankReasonSchema>;

/** A place on the waiting list of a service, with its rank and the reason for it. */
export const waitingListEntrySchema = z.object({
  id: idSchema,
  serviceId: idSchema,
  referralId: idSchema,
  reference: notAboutThePerson(z.string()),
  personId: idSchema,
  personName: ofPart('identity', z.string()),
  birthDate: ofPart('identity', calendarDaySchema),
  phone: ofPart('contact', z.string().nullable()),
  referrerName: notAboutThePerson(z.string()),
  urgency: urgencySchema,
  receivedAt: z.iso.datetime(),
  shortNotice: z.boolean(),
  minimumNoticeHours: z.number().int(),
  state: waitingListEntryStateSchema,
  rank: z.number().int().nullable(),
  reason: rankReasonSchema,
  offersSoFar: z.number().int(),
  /** When somebody last said that the place is still needed. */
  lastValidatedAt: z.iso.datetime(),
  /** What they are being asked, or what is to be decided about them. */
  openCheck: listCheckKindSchema.nullable(),
  /** They asked to leave the list, and nobody has decided about it yet. */
  wantsToLeave: z.boolean(),
  /** What they can and want to come to. */
  wishes: ofPart('appointments', wishesSchema),
  /** The pause they are in, or the next one. */
  pause: ofPart('appointments', z.object({ startsOn: calendarDaySchema, endsOn: calendarDaySchema.nullable() }).nullable()),
  /** After a decline nothing is offered before this day; null when it has come. */
  coolingOffUntil: calendarDaySchema.nullable(),
  /** Other services of the organisation that would do as well. */
  furtherServiceIds: z.array(idSchema),
  version: z.number().int(),
  /** The parts that the reader does not get. */
  hidden: hiddenPartsSchema,
});
export type WaitingListEntry = z.output<typeof waitingListEntrySchema>;
