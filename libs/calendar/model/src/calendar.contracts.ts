import { endpoint, idSchema, notFound, pageOf, pageQuery, permissions, problem } from '@lotse/kernel';
import * as z from 'zod';
import { scheduleSchema, slotModeSchema, slotSchema, slotStateSchema } from './slot';

export const calendarPermissions = permissions('calendar', 'read', 'openSlot', 'cancelSlot');

export const slotInPast = problem('slot-in-past', 422, 'A slot must lie in the future.', 'startsAt');
export const slotOverlaps = problem('slot-overlaps', 409, 'This schedule already has a slot at that time.', 'startsAt');
export const slotTaken = problem('slot-taken', 409, 'This slot is no longer free.');
export const unknownSchedule = problem('unknown-schedule', 422, 'This schedule does not exist in your organisation.', 'scheduleId');

const byId = z.strictObject({ id: idSchema });

export const readSchedules = endpoint({
  method: 'GET',
  path: 'schedules',
  summary: 'The schedules of the own organisation.',
  may: calendarPermissions.read,
  response: z.object({ items: z.array(scheduleSchema) }),
});

export const openSlot = endpoint({
  method: 'POST',
  status: 201,
  path: 'slots',
  summary: 'Open a slot in a schedule. Two slots of one schedule cannot overlap.',
  may: calendarPermissions.openSlot,
  body: z.strictObject({
    scheduleId: idSchema,
    startsAt: z.iso.datetime({ offset: true }),
    minutes: z.number().int().min(10).max(480),
    mode: slotModeSchema,
  }),
  response: slotSchema,
  problems: [slotInPast, slotOverlaps, unknownSchedule],
});

export const readSlots = endpoint({
  method: 'GET',
  path: 'slots',
  summary: 'The slots of the own organisation in a span of time, by start.',
  may: calendarPermissions.read,
  query: z.strictObject({
    ...pageQuery,
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
    state: slotStateSchema.optional(),
  }),
  response: pageOf(slotSchema),
});

export const readSlot = endpoint({
  method: 'GET',
  path: 'slots/:id',
  summary: 'One slot.',
  may: calendarPermissions.read,
  params: byId,
  response: slotSchema,
  problems: [notFound],
});

export const cancelSlot = endpoint({
  method: 'POST',
  path: 'slots/:id/cancel',
  summary: 'Take a free slot out of the calendar. A slot that is held or taken needs its offer or appointment ended first.',
  may: calendarPermissions.cancelSlot,
  params: byId,
  body: z.strictObject({ reason: z.enum(['clinic_cancelled', 'staff_absence', 'overrun', 'priority_change', 'other']) }),
  response: slotSchema,
  problems: [notFound, slotTaken],
  versioned: true,
});
