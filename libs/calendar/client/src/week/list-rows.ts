import type { Absence } from '@lotse/calendar/model';
import { calendarDayOf, type CalendarDay } from '@lotse/kernel';
import type { ShownSlot } from './groups';

/** A line of the list: a slot, or somebody who is away. */
export interface ListRow {
  readonly id: string;
  readonly slot?: ShownSlot;
  readonly absence?: Absence;
}

/** Slots by their start; whoever is away stands before what lies on their first day, or at the top when they have been away before. */
export function listRows(slots: readonly ShownSlot[], absences: readonly Absence[], from: CalendarDay): ListRow[] {
  const dayOf = (absence: Absence): CalendarDay => (absence.fromDay < from ? from : absence.fromDay);
  const rows = [
    ...absences.map((absence) => ({ day: dayOf(absence), at: '', row: { id: absence.id, absence } })),
    ...slots.map((slot) => ({ day: calendarDayOf(new Date(slot.startsAt)), at: slot.startsAt, row: { id: slot.id, slot } })),
  ];
  return rows.sort((one, other) => one.day.localeCompare(other.day) || one.at.localeCompare(other.at)).map(({ row }) => row);
}
