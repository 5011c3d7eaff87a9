import { calendarDayOf, type CalendarDay } from '@lotse/kernel';

/** Slots by the day they begin on, in the order they come in. */
export function byDay<Slot extends { readonly startsAt: string }>(slots: readonly Slot[]): Map<CalendarDay, Slot[]> {
  const days = new Map<CalendarDay, Slot[]>();
  for (const slot of slots) {
    const day = calendarDayOf(new Date(slot.startsAt));
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return days;
}
