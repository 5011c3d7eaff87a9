import { endpoint, idSchema, notFound, pageOf, pageQuery, permissions, problem } from '@lotse/kernel';
import * as z from 'zod';
import { scheduleSchema, slotModeSchema, slotSchema, slotStateSchema } from './slot';

export const calendarPermissions = permissions('calendar', 'read', 'openSlot', 'cancelSlot', 'overbook');

export const slotInPast = problem('slot-in-past', 422, 'A slot must lie in the future.', 'startsAt');
export const slotOverlaps = problem('slot-overlaps', 409, 'This schedule already has a slot at that time.', 'startsAt');
export const slotTaken = problem('slot-taken', 409, 'This slot is no longer free.');
export const unknownSchedule = problem('unknown-schedule', 422, 'This schedule does not exist in your organisation.', 'scheduleId');

const byId = z.strictObject({ id: idSchema });
/** Nothing is arranged for the next century, and the database counts no days beyond the year 9999. */
const instant = z.iso.datetime({ offset: true }).refine((text) => text < '2100', { error: 'too-late', params: { code: 'too-big' } });
const minutes = z.number().int().min(10).max(480);
const buffer = z.number().int().min(0).max(120);

export const unknownMunicipality = problem('unknown-municipality', 422, 'This municipality is not in your county.', 'municipalityKey');

export const readSchedules = endpoint({
  method: 'GET',
  path: 'schedules',
  summary: 'The schedules of the own organisation.',
  may: calendarPermissions.read,
  query: z.strictObject({ retired: z.literal('yes').optional() }),
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
    startsAt: instant,
    minutes,
    mode: slotModeSchema,
    /** A group: so many people at once, each with a place of their own. */
    places: z.number().int().min(1).max(30).optional(),
    /** Outreach in a village. */
    municipalityKey: z.string().optional(),
    bufferBefore: buffer.optional(),
    bufferAfter: buffer.optional(),
    /** Rooms, a second clinician: their time is taken along. */
    resourceIds: z.array(idSchema).max(8).optional(),
  }),
  response: slotSchema,
  problems: [slotInPast, slotOverlaps, unknownSchedule, unknownMunicipality],
});

/** Why time is given out a second time. */
const overbookReason = z.string().trim().min(3).max(500);

export const overbookSlot = endpoint({
  method: 'POST',
  status: 201,
  path: 'slots/overbook',
  summary:
    'Open a slot at a time that is taken already, deliberately. The reason is kept, and a line of the chronicle says that it was done. Where nothing is in the way it is an ordinary slot.',
  may: calendarPermissions.overbook,
  body: z.strictObject({ ...openSlot.body.shape, reason: overbookReason }),
  response: slotSchema,
  problems: [slotInPast, unknownSchedule, unknownMunicipality],
});

export const readSlots = endpoint({
  method: 'GET',
  path: 'slots',
  summary: 'The slots of the own organisation in a span of time, by start.',
  may: calendarPermissions.read,
  query: z.strictObject({
    ...pageQuery,
    from: instant.optional(),
    to: instant.optional(),
    state: slotStateSchema.optional(),
    serviceId: idSchema.optional(),
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

export const moveSlot = endpoint({
  method: 'POST',
  path: 'slots/:id/move',
  summary: 'Move a free slot to another time, another length or another schedule. All places of a group move together.',
  may: calendarPermissions.openSlot,
  params: byId,
  body: z.strictObject({ startsAt: instant, minutes, scheduleId: idSchema.optional() }),
  response: slotSchema,
  problems: [notFound, slotTaken, slotInPast, slotOverlaps, unknownSchedule],
  versioned: true,
});

export const overbookMove = endpoint({
  method: 'POST',
  path: 'slots/:id/move/overbook',
  summary:
    'Move or lengthen a free slot to a time that is taken already, deliberately. The reason is kept, and a line of the chronicle says that it was done. Where nothing is in the way it is moved as usual.',
  may: calendarPermissions.overbook,
  params: byId,
  body: z.strictObject({ ...moveSlot.body.shape, reason: overbookReason }),
  response: slotSchema,
  problems: [notFound, slotTaken, slotInPast, unknownSchedule],
  versioned: true,
});

export const blockSlot = endpoint({
  method: 'POST',
  path: 'slots/:id/block',
  summary: 'Keep a free slot from being given out, without taking it out of the calendar.',
  may: calendarPermissions.cancelSlot,
  params: byId,
  response: slotSchema,
  problems: [notFound, slotTaken],
  versioned: true,
});

export const unblockSlot = endpoint({
  method: 'POST',
  path: 'slots/:id/unblock',
  summary: 'Let a blocked slot be given out again.',
  may: calendarPermissions.openSlot,
  params: byId,
  response: slotSchema,
  problems: [notFound, slotTaken],
  versioned: true,
});
