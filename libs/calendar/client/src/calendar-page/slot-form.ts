import type { BodyInput } from '@lotse/kernel';
import { addCalendarDays, calendarDayOf, instantAt } from '@lotse/kernel';
import type { openSlot, Slot } from '@lotse/calendar/model';

/** A slot as it is typed. */
export interface SlotForm {
  readonly scheduleId: string;
  readonly day: string;
  readonly time: string;
  readonly minutes: string;
  readonly mode: string;
}

/** What stands in the form at first: a day of the week that is shown which has not passed, and a session of 50 minutes. */
export function firstForm(monday: string, scheduleId: string, now = new Date()): SlotForm {
  const tomorrow = addCalendarDays(calendarDayOf(now), 1);
  const friday = addCalendarDays(monday, 4);
  const day = tomorrow > monday && tomorrow <= friday ? tomorrow : monday;
  return { scheduleId, day: day < tomorrow ? '' : day, time: '', minutes: '50', mode: 'on_site' };
}

/** What was typed as a time of day: `10:00`, `9.30`, `930`, `14`. */
export function clockOf(text: string): string | undefined {
  const found = /^\s*(\d{1,2})(?:\s*[:.,hH ]?\s*(\d{2}))?\s*$/.exec(text);
  const [hours, minutes] = [Number(found?.[1] ?? NaN), Number(found?.[2] ?? 0)];
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : undefined;
}

/** The inputs that are not filled in as they have to be. */
export function errorsIn(form: SlotForm): ('scheduleId' | 'day' | 'startsAt' | 'minutes')[] {
  const minutes = Number(form.minutes);
  const isWrong = {
    scheduleId: form.scheduleId === '',
    day: form.day === '',
    startsAt: clockOf(form.time) === undefined,
    minutes: !Number.isInteger(minutes) || minutes < 10 || minutes > 480,
  };
  return (['scheduleId', 'day', 'startsAt', 'minutes'] as const).filter((name) => isWrong[name]);
}

const startOf = (form: SlotForm): Date => instantAt(form.day, clockOf(form.time));

/** When the slot would end; undefined while something is missing. */
export function endOf(form: SlotForm): Date | undefined {
  const open = errorsIn(form).filter((name) => name !== 'scheduleId');
  return open.length > 0 ? undefined : new Date(startOf(form).getTime() + Number(form.minutes) * 60_000);
}

/** What is sent. Only for a form without errors. */
export function bodyOf(form: SlotForm): BodyInput<typeof openSlot> {
  return {
    scheduleId: form.scheduleId,
    startsAt: startOf(form).toISOString(),
    minutes: Number(form.minutes),
    mode: form.mode as Slot['mode'],
  };
}

const wallClock = (instant: Date): string =>
  instant.toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

/** The form for the slot after this one: it begins where this one ends. */
export function nextForm(form: SlotForm): SlotForm {
  const end = endOf(form);
  return end ? { ...form, day: calendarDayOf(end), time: wallClock(end) } : form;
}

/** The slot of the same schedule that lies at the time that was typed. */
export function overlapping(form: SlotForm, slots: readonly Slot[]): Slot | undefined {
  const end = endOf(form);
  if (!end) return undefined;
  const start = startOf(form).getTime();
  return slots.find(
    (slot) =>
      slot.scheduleId === form.scheduleId &&
      slot.state !== 'cancelled' &&
      Date.parse(slot.startsAt) < end.getTime() &&
      Date.parse(slot.endsAt) > start,
  );
}
