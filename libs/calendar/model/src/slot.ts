import { meetingModeSchema, type MeetingMode } from '@lotse/directory/model';
import { idSchema, lifecycle, type StateOf } from '@lotse/kernel';
import * as z from 'zod';

/** The life of a slot. A held slot belongs to one offer until its hold ends; a taken one to one appointment; a blocked one to nobody. */
export const slotLifecycle = lifecycle('open', {
  open: { hold: 'held', take: 'taken', block: 'blocked', cancel: 'cancelled' },
  held: { release: 'open', take: 'taken', cancel: 'cancelled' },
  taken: { release: 'open', cancel: 'cancelled' },
  blocked: { unblock: 'open', cancel: 'cancelled' },
  cancelled: {},
});
export type SlotState = StateOf<typeof slotLifecycle>;
export const slotStateSchema = z.enum(slotLifecycle.states);

export const slotModeSchema = meetingModeSchema;
export type SlotMode = MeetingMode;

export const scheduleKindSchema = z.enum(['clinician', 'team', 'room', 'group']);
export const clinicianSexSchema = z.enum(['female', 'male', 'diverse']);

/** Whose time is given out: a clinician's, a team's, a room's, a group's. */
export const scheduleSchema = z.object({
  id: idSchema,
  serviceId: idSchema,
  serviceName: z.string(),
  name: z.string(),
  kind: scheduleKindSchema,
  /** The clinician, when they work with Lotse themselves. */
  staffId: idSchema.nullable(),
  staffName: z.string().nullable(),
  clinicianSex: clinicianSexSchema.nullable(),
  languages: z.array(z.string()),
  /** Where its time is given out; null: where the service is. */
  municipalityKey: z.string().nullable(),
  municipalityName: z.string().nullable(),
  /** The room, the house. */
  place: z.string().nullable(),
  retiredAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type Schedule = z.output<typeof scheduleSchema>;

/** A stretch of time in a schedule that one person can have. It carries no personal data. */
export const slotSchema = z.object({
  id: idSchema,
  scheduleId: idSchema,
  scheduleName: z.string(),
  serviceId: idSchema,
  serviceName: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  mode: slotModeSchema,
  state: slotStateSchema,
  heldUntil: z.iso.datetime().nullable(),
  /** The slot itself, unless it is one of the places of a group. */
  groupId: idSchema,
  place: z.number().int(),
  places: z.number().int(),
  /** Where people meet: the slot's own place, else the schedule's, else the service's. */
  municipalityKey: z.string(),
  municipalityName: z.string(),
  /** Whether that is somewhere else than the service: outreach in a village. */
  outreach: z.boolean(),
  languages: z.array(z.string()),
  clinicianSex: clinicianSexSchema.nullable(),
  /** Minutes before and after that nobody else can have. */
  bufferBefore: z.number().int(),
  bufferAfter: z.number().int(),
  /** What else it takes the time of: rooms, a second clinician. */
  resources: z.array(z.object({ id: idSchema, name: z.string() })),
  overbooked: z.boolean(),
  /** Free, was to go to the next person, and fits nobody who waits: somebody decides about it. */
  fitsNobody: z.boolean(),
  /** From when those who coordinate the county see it, because it fits nobody; null as long as it may fit somebody. */
  inPoolFrom: z.iso.datetime().nullable(),
  /** Since when the services of the county see that it is free; null when they do not. */
  publishedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type Slot = z.output<typeof slotSchema>;
