import type { Absence, Schedule, Slot } from '@lotse/calendar/model';
import { calendarDayOf, type CalendarDay } from '@lotse/kernel';

type Named = Pick<Schedule, 'id' | 'staffId'>;
type Timed = Pick<Slot, 'scheduleId' | 'resources' | 'startsAt'>;

/** Whether somebody is away on a day. */
export const isAwayOn = ({ fromDay, untilDay }: Absence, day: CalendarDay): boolean => fromDay <= day && day <= untilDay;

/** The absences that concern a calendar: of whoever it belongs to, and of those they stand in for. Without a calendar all of them do. */
export function absencesOf(absences: readonly Absence[], schedules: readonly Named[], schedule: string | undefined): Absence[] {
  if (!schedule) return [...absences];
  const staffId = schedules.find(({ id }) => id === schedule)?.staffId;
  return staffId ? absences.filter((one) => one.staffId === staffId || one.deputyId === staffId) : [];
}

/** Who of those a slot needs is away on its day: whoever it belongs to, or somebody whose time it takes along. */
export function awayFrom(slot: Timed, absences: readonly Absence[], schedules: readonly Named[]): Absence | undefined {
  const needed = [slot.scheduleId, ...slot.resources.map(({ id }) => id)];
  const staff = schedules.flatMap(({ id, staffId }) => (staffId && needed.includes(id) ? staffId : []));
  const day = calendarDayOf(new Date(slot.startsAt));
  return absences.find((one) => staff.includes(one.staffId) && isAwayOn(one, day));
}

/** An absence in the picture of some days: those that meet lie below one another, each in the same line on all its days. */
export interface PlacedAbsence {
  readonly absence: Absence;
  readonly line: number;
}

/** Places absences in as few lines as they need. */
export function linesOf(absences: readonly Absence[]): PlacedAbsence[] {
  const ends: CalendarDay[] = [];
  return [...absences]
    .sort((one, other) => one.fromDay.localeCompare(other.fromDay) || one.staffName.localeCompare(other.staffName))
    .map((absence) => {
      const free = ends.findIndex((end) => end < absence.fromDay);
      const line = free === -1 ? ends.length : free;
      ends[line] = absence.untilDay;
      return { absence, line: line + 1 };
    });
}
