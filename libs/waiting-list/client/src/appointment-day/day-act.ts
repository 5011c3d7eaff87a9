import { calendarDayOf } from '@lotse/kernel';
import type { IconName, Tone } from '@lotse/client-kit/ui';
import { appointmentLifecycle, type Appointment, type AppointmentAct } from '@lotse/waiting-list/model';

/** What one key does with a row. */
export type DayAct = 'arrive' | 'attend' | 'miss' | 'cancel' | 'takeBack';

/** How it is called: whoever had arrived and is not there any more has left. */
export const wordOfDayAct = (act: DayAct, { state }: Pick<Appointment, 'state'>): DayAct | 'leave' =>
  act === 'miss' && (state === 'arrived' || state === 'left') ? 'leave' : act;

export const keyOfDayAct: Readonly<Record<DayAct, string>> = { arrive: 'a', attend: 'd', miss: 'n', cancel: 'x', takeBack: 'z' };

export const iconOfDayAct: Readonly<Record<DayAct, IconName>> = {
  arrive: 'door-open',
  attend: 'user-check',
  miss: 'circle-x',
  cancel: 'calendar-x',
  takeBack: 'undo-2',
};

export const toneOfState: Readonly<Record<Appointment['state'], Tone>> = {
  booked: 'plain',
  arrived: 'info',
  attended: 'done',
  missed: 'overdue',
  left: 'overdue',
  cancelled: 'paused',
};

const isToday = (one: Date, other: Date): boolean => calendarDayOf(one) === calendarDayOf(other);

/** What can be done with an appointment now: the life of it, and the time. The server decides by the same rules. */
export function dayActs(appointment: Appointment, now: Date): DayAct[] {
  const acts: DayAct[] = appointment.referralState === 'booked' ? inTime(appointment, now) : [];
  return appointment.isUndoable ? [...acts, 'takeBack'] : acts;
}

function inTime({ state, startsAt }: Appointment, now: Date): DayAct[] {
  const begins = new Date(startsAt);
  const isDay = begins <= now || isToday(begins, now);
  const allows = (act: AppointmentAct) => appointmentLifecycle.allows(state, act);
  const possible: Readonly<Record<Exclude<DayAct, 'takeBack'>, boolean>> = {
    arrive: isDay && allows('arrive'),
    attend: isDay && allows('attend'),
    miss: begins <= now && (allows('miss') || allows('leave')),
    cancel: allows('cancel'),
  };
  return (Object.keys(possible) as (keyof typeof possible)[]).filter((act) => possible[act]);
}
