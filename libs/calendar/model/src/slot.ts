import { idSchema, lifecycle, type StateOf } from '@lotse/kernel';
import * as z from 'zod';

/** The life of a slot. A held slot belongs to one offer until its hold ends; a taken one to one appointment. */
export const slotLifecycle = lifecycle('open', {
  open: { hold: 'held', take: 'taken', cancel: 'cancelled' },
  held: { release: 'open', take: 'taken', cancel: 'cancelled' },
  taken: { release: 'open', cancel: 'cancelled' },
  cancelled: {},
});
export type SlotState = StateOf<typeof slotLifecycle>;
export const slotStateSchema = z.enum(slotLifecycle.states);

export const slotModeSchema = z.enum(['on_site', 'video', 'phone', 'home_visit']);

/** Whose time is given out: a clinician, a team, a room. */
export const scheduleSchema = z.object({
  id: idSchema,
  serviceId: idSchema,
  serviceName: z.string(),
  name: z.string(),
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
  version: z.number().int(),
});
export type Slot = z.output<typeof slotSchema>;
