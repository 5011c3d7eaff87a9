import { calendarDaySchema, idSchema, lifecycle, problem, type ActOf, type Problem, type StateOf } from '@lotse/kernel';
import { slotModeSchema } from '@lotse/calendar/model';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import { referralLifecycle, referralStateSchema, type ReferralAct, type ReferralState } from '@lotse/referral/model';
import * as z from 'zod';

/** The life of an appointment. Whoever is not there, or leaves before being seen, is looked after by a review of the risk. */
export const appointmentLifecycle = lifecycle('booked', {
  booked: { arrive: 'arrived', attend: 'attended', miss: 'missed', cancel: 'cancelled' },
  arrived: { attend: 'attended', leave: 'left', cancel: 'cancelled' },
  missed: { excuse: 'cancelled' },
  left: { excuse: 'cancelled' },
  attended: {},
  cancelled: {},
});
export type AppointmentState = StateOf<typeof appointmentLifecycle>;
export type AppointmentAct = ActOf<typeof appointmentLifecycle>;
export const appointmentStateSchema = z.enum(appointmentLifecycle.states);

/** Who cancelled: what the clinic cancels is never counted as if the person had. */
export const cancellingParties = ['person', 'provider', 'other'] as const;
export const cancellingPartySchema = z.enum(cancellingParties);
export type CancellingParty = z.output<typeof cancellingPartySchema>;

/** A cancellation with less notice than this is marked as late. Hours, not days: a night in which the clock changes has as many as it has. */
export const lateBelowHours = 48;
export const isLateCancellation = (startsAt: Date, now: Date): boolean => startsAt.getTime() - now.getTime() < lateBelowHours * 3_600_000;

/** Reasons of a clinic for which the time itself is gone: nobody can be seen then, so nobody is offered it. */
const timeIsGone: readonly string[] = ['clinic_cancelled', 'slot_cancelled', 'overrun', 'staff_absence'];

/**
 * What becomes of a slot whose appointment is cancelled: it goes to the next who fits, it is free for somebody to decide about, or it is gone
 * with whoever would have been there.
 */
export function slotAfter(why?: { by: CancellingParty; reason: string }): 'refill' | 'free' | 'gone' {
  if (why?.by !== 'provider') return 'refill';
  return timeIsGone.includes(why.reason) ? 'gone' : 'free';
}

/** An appointment as the day of a clinic shows it. */
export const appointmentSchema = z.object({
  id: idSchema,
  /** `walk_in`: came without an appointment. */
  kind: z.enum(['booked', 'walk_in']),
  state: appointmentStateSchema,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  mode: slotModeSchema.nullable(),
  /** The village, when people meet somewhere else than where the service is. */
  outreachIn: notAboutThePerson(z.string().nullable()),
  scheduleName: notAboutThePerson(z.string().nullable()),
  serviceName: notAboutThePerson(z.string().nullable()),
  slotId: idSchema.nullable(),
  /** The same for everybody who comes to one group. */
  groupId: idSchema.nullable(),
  /** How many a group has room for. */
  places: z.number().int().nullable(),
  referralId: idSchema,
  reference: notAboutThePerson(z.string()),
  referralState: referralStateSchema,
  personId: idSchema,
  personName: ofPart('identity', z.string()),
  birthDate: ofPart('identity', calendarDaySchema),
  phone: ofPart('contact', z.string().nullable()),
  arrivedAt: z.iso.datetime().nullable(),
  recordedAt: z.iso.datetime().nullable(),
  missedReason: ofPart('appointments', z.string().nullable()),
  cancelledAt: z.iso.datetime().nullable(),
  cancelledBy: cancellingPartySchema.nullable(),
  cancelReason: ofPart('appointments', z.string().nullable()),
  cancelledLate: z.boolean().nullable(),
  /** It took the place of another one. */
  isRescheduled: z.boolean(),
  /** The one that took its place, when it was moved. */
  movedTo: z.iso.datetime().nullable(),
  /** A missed appointment whose risk nobody has looked at yet. */
  isReviewOpen: z.boolean(),
  /** What was recorded here can be taken back. */
  isUndoable: z.boolean(),
  version: z.number().int(),
  hidden: hiddenPartsSchema,
});
export type Appointment = z.output<typeof appointmentSchema>;

export const appointmentNotPossible = problem('appointment-not-possible', 409, 'This appointment is over, or was changed meanwhile.');
export const appointmentNotBegun = problem('appointment-not-begun', 422, 'This appointment has not begun yet.');
export const appointmentOfOtherDay = problem(
  'appointment-of-other-day',
  422,
  'Attendance is recorded on the day of the appointment or later.',
);
export const nothingRecorded = problem('nothing-recorded', 422, 'Nothing was recorded here that could be taken back.');
export const walkInNotPossible = problem('walk-in-not-possible', 409, 'This referral stands where nobody can simply come.', 'referralId');

/** Why an act on an appointment is off. `arrive` and `attend` are for the day itself: nobody arrives tomorrow. */
export function refusedAppointment(
  act: AppointmentAct,
  { state, startsAt }: { state: AppointmentState; startsAt: Date },
  now: Date,
  isBefore: (one: Date, other: Date) => boolean,
): Problem | undefined {
  if (!appointmentLifecycle.allows(state, act)) return appointmentNotPossible({ context: { state, act } });
  if (act === 'miss' && startsAt > now) return appointmentNotBegun({ context: { startsAt: startsAt.toISOString() } });
  if ((act === 'arrive' || act === 'attend') && isBefore(now, startsAt)) {
    return appointmentOfOtherDay({ context: { startsAt: startsAt.toISOString() } });
  }
  return undefined;
}

/** What the referral does when somebody comes without an appointment. Whoever is in care already, or has another appointment, goes on as they are. */
const stepsOfWalkIn: Partial<Record<ReferralState, readonly ReferralAct[]>> = {
  accepted: ['start_without_appointment'],
  waitlisted: ['book', 'attend'],
  rebook_required: ['book', 'attend'],
  dna_review: ['book', 'attend'],
  booked: [],
  in_service: [],
};
export const walkInSteps = (state: ReferralState): readonly ReferralAct[] | undefined => stepsOfWalkIn[state];

/** Where a referral can stand for somebody to come without an appointment. */
export const walkInStates: readonly ReferralState[] = referralLifecycle.states.filter((state) => stepsOfWalkIn[state] !== undefined);
