import { endpoint, idSchema, notFound, permissions, problem } from '@lotse/kernel';
import * as z from 'zod';
import { unknownMunicipality } from './calendar.contracts';
import { clinicianSexSchema, scheduleKindSchema, scheduleSchema } from './slot';

export const schedulePermissions = permissions('schedule', 'keep');

export const scheduleNameTaken = problem('schedule-name-taken', 409, 'Your organisation already has a calendar of that name.', 'name');
export const scheduleInUse = problem(
  'schedule-in-use',
  409,
  'Somebody still has, or is offered, a slot of this calendar. See to those first.',
);
export const unknownService = problem('unknown-service', 422, 'This service does not exist in your organisation.', 'serviceId');
export const unknownClinician = problem('unknown-clinician', 422, 'This person does not work in your organisation.', 'staffId');

/** What is decided about a schedule. */
export const writtenScheduleSchema = z.strictObject({
  name: z.string().trim().min(2).max(80),
  kind: scheduleKindSchema,
  serviceId: idSchema,
  staffId: idSchema.nullable().default(null),
  clinicianSex: clinicianSexSchema.nullable().default(null),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .max(12),
  municipalityKey: z.string().nullable().default(null),
  place: z.string().trim().min(1).max(120).nullable().default(null),
});
export type WrittenSchedule = z.output<typeof writtenScheduleSchema>;

const byId = z.strictObject({ id: idSchema });
const refusals = [scheduleNameTaken, unknownService, unknownClinician, unknownMunicipality];

export const createSchedule = endpoint({
  method: 'POST',
  status: 201,
  path: 'schedules',
  summary: 'A new schedule of the own organisation: whose time is given out, for which service, where.',
  may: schedulePermissions.keep,
  body: writtenScheduleSchema,
  response: scheduleSchema,
  problems: refusals,
});

export const changeSchedule = endpoint({
  method: 'PATCH',
  path: 'schedules/:id',
  summary: 'Change what is said about a schedule. Slots show it at once.',
  may: schedulePermissions.keep,
  params: byId,
  body: writtenScheduleSchema,
  response: scheduleSchema,
  problems: [notFound, ...refusals],
  versioned: true,
});

export const retireSchedule = endpoint({
  method: 'POST',
  path: 'schedules/:id/retire',
  summary:
    'A schedule is given out no longer: its series end and its free slots are cancelled. Refused while somebody has or is offered one.',
  may: schedulePermissions.keep,
  params: byId,
  response: scheduleSchema,
  problems: [notFound, scheduleInUse],
  versioned: true,
});
