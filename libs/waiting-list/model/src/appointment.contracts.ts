import { calendarDaySchema, endpoint, idSchema, invalidState, notFound, permissions, type Endpoint, type Permission } from '@lotse/kernel';
import { commentMissing, notYourTurn, unknownReason } from '@lotse/referral/model';
import * as z from 'zod';
import {
  appointmentNotBegun,
  appointmentNotPossible,
  appointmentOfOtherDay,
  appointmentSchema,
  cancellingPartySchema,
  nothingRecorded,
  walkInNotPossible,
} from './appointment';

const may = {
  ...permissions('waitingList', 'readAppointments'),
  ...permissions('referral', 'attend', 'noShow', 'cancelAppointment', 'walkIn'),
};
const params = z.strictObject({ id: idSchema });
const reason = z.string().regex(/^[a-z_]{2,40}$/);
const comment = z.string().trim().min(1).max(1000).optional();

const act = <const Path extends string, Body extends z.ZodType>(
  path: Path,
  permission: Permission,
  summary: string,
  body: Body,
  problems: Endpoint['problems'] = [],
) =>
  endpoint({
    method: 'POST',
    path: `appointments/:id/${path}` as const,
    summary,
    may: permission,
    params,
    body,
    response: appointmentSchema,
    problems: [notFound, invalidState, notYourTurn, appointmentNotPossible, ...problems],
    touches: 'referral',
    versioned: true,
  });

/** A day of a clinic is never so long that it needs pages; this many are shown at most. */
export const appointmentsADay = 300;

export const readAppointments = endpoint({
  method: 'GET',
  path: 'appointments',
  summary: 'Who comes on a day, in the order of time, and what became of it; those cancelled on that day’s slots too.',
  may: may.readAppointments,
  query: z.strictObject({ day: calendarDaySchema }),
  response: z.object({ day: calendarDaySchema, items: z.array(appointmentSchema), more: z.number().int() }),
  touches: 'referral',
});

export const readAppointmentCandidates = endpoint({
  method: 'GET',
  path: 'walk-in-candidates',
  summary: 'Whose referral stands where they can come without an appointment; found by name or reference.',
  may: may.walkIn,
  query: z.strictObject({ text: z.string().trim().min(2).max(80) }),
  response: z.object({
    items: z.array(
      appointmentSchema.pick({
        referralId: true,
        reference: true,
        referralState: true,
        personName: true,
        birthDate: true,
        serviceName: true,
        hidden: true,
      }),
    ),
  }),
  touches: 'referral',
});

export const arriveAtAppointment = act('arrive', may.attend, 'The person is here and waits.', z.strictObject({}), [appointmentOfOtherDay]);

export const attendAppointmentHere = act('attend', may.attend, 'The person was seen.', z.strictObject({}), [appointmentOfOtherDay]);

export const missAppointment = act(
  'miss',
  may.noShow,
  'The person did not come, or left before being seen. Opens the review of the risk and the task to get in touch.',
  z.strictObject({ reason, comment }),
  [unknownReason, commentMissing, appointmentNotBegun],
);

export const cancelAppointmentHere = act(
  'cancel',
  may.cancelAppointment,
  'Cancel, with the reason of whoever cancels. The slot goes to the next who fits; the person keeps their clock.',
  z.strictObject({ by: cancellingPartySchema, reason, comment }),
  [unknownReason, commentMissing],
);

export const takeBackAttendance = act(
  'take-back',
  may.attend,
  'What was recorded a moment ago was a slip: everything is as it was before.',
  z.strictObject({}),
  [nothingRecorded],
);

export const recordWalkIn = endpoint({
  method: 'POST',
  status: 201,
  path: 'walk-ins',
  summary: 'Somebody came without an appointment and is seen: they get an appointment that says so.',
  may: may.walkIn,
  body: z.strictObject({ referralId: idSchema }),
  response: appointmentSchema,
  problems: [notFound, invalidState, notYourTurn, walkInNotPossible],
  touches: 'referral',
});
