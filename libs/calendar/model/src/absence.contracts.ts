import { calendarDaySchema, endpoint, idSchema, notFound, problem } from '@lotse/kernel';
import * as z from 'zod';
import { calendarPermissions } from './calendar.contracts';
import { slotModeSchema } from './slot';

/** Why somebody is away: a kind of reason, never an illness. */
export const absenceReasonSchema = z.enum(['leave', 'training', 'other_duty', 'unplanned', 'other']);

export const absenceSchema = z.object({
  id: idSchema,
  staffId: idSchema,
  staffName: z.string(),
  fromDay: calendarDaySchema,
  untilDay: calendarDaySchema,
  reason: absenceReasonSchema,
  deputyId: idSchema.nullable(),
  deputyName: z.string().nullable(),
  version: z.number().int(),
});
export type Absence = z.output<typeof absenceSchema>;

/** What becomes of a slot of somebody who is away. Whoever has been given one, or is offered one, is somebody's work: nothing is cancelled for them. */
export const absenceFateSchema = z.enum(['deputy', 'cancelled', 'task']);
export const slotInAbsenceSchema = z.object({
  slotId: idSchema,
  scheduleName: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  mode: slotModeSchema,
  state: z.enum(['open', 'blocked', 'held', 'taken']),
  fate: absenceFateSchema,
});
export type SlotInAbsence = z.output<typeof slotInAbsenceSchema>;

export const writtenAbsenceSchema = z.strictObject({
  staffId: idSchema,
  fromDay: calendarDaySchema,
  untilDay: calendarDaySchema,
  reason: absenceReasonSchema,
  /** Takes over the free slots, as far as they are free at those times. */
  deputyId: idSchema.nullable().default(null),
});
export type WrittenAbsence = z.output<typeof writtenAbsenceSchema>;

export const absenceSpan = problem(
  'absence-span',
  422,
  'An absence ends today or later, not before it begins, and lasts at most a year.',
  'untilDay',
);
export const absenceTwice = problem('absence-twice', 409, 'This person is already entered as away at that time.', 'fromDay');
export const unknownStaff = problem('unknown-staff', 422, 'This person has no calendar in your organisation.', 'staffId');
export const unknownDeputy = problem(
  'unknown-deputy',
  422,
  'This person cannot stand in: they have no calendar, or are away themselves.',
  'deputyId',
);

const refusals = [absenceSpan, absenceTwice, unknownStaff, unknownDeputy];

export const readAbsences = endpoint({
  method: 'GET',
  path: 'absences',
  summary: 'Who of the own organisation is away, today or later; or on any day from one to another, both included.',
  may: calendarPermissions.read,
  query: z.strictObject({ from: calendarDaySchema.optional(), to: calendarDaySchema.optional() }),
  response: z.object({ items: z.array(absenceSchema) }),
});

export const previewAbsence = endpoint({
  method: 'POST',
  path: 'absences/preview',
  summary:
    'What an absence would mean: slots that a deputy takes over, slots that are cancelled, and slots that somebody has to see to. Nothing is kept.',
  may: calendarPermissions.cancelSlot,
  body: writtenAbsenceSchema,
  response: z.object({ items: z.array(slotInAbsenceSchema) }),
  problems: refusals,
  repeatable: true,
});

export const enterAbsence = endpoint({
  method: 'POST',
  status: 201,
  path: 'absences',
  summary: 'Somebody is away. Free slots go to the deputy or are cancelled; each slot that is held or taken becomes a task.',
  may: calendarPermissions.cancelSlot,
  body: writtenAbsenceSchema,
  response: z.object({ absence: absenceSchema, items: z.array(slotInAbsenceSchema) }),
  problems: refusals,
});

export const endAbsence = endpoint({
  method: 'POST',
  path: 'absences/:id/end',
  summary: 'Somebody is back, or the absence was entered by mistake. Slots that were cancelled stay cancelled.',
  may: calendarPermissions.cancelSlot,
  params: z.strictObject({ id: idSchema }),
  response: absenceSchema,
  problems: [notFound],
  versioned: true,
});
