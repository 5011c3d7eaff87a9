import type { BodyInput } from '@lotse/kernel';
import { addCalendarDays, calendarDayOf, clockOfMinutes, instantAt, wallClockOf } from '@lotse/kernel';
import type { openSlot, Slot } from '@lotse/calendar/model';

/** A slot as it is typed. */
export interface SlotForm {
  readonly scheduleId: string;
  readonly day: string;
  readonly time: string;
  readonly minutes: string;
  readonly mode: string;
  /** A group: how many people at once. */
  readonly places?: string;
  readonly bufferBefore?: string;
  readonly bufferAfter?: string;
  /** Outreach: the village. */
  readonly municipalityKey?: string;
  /** Rooms and others whose time it takes along. */
  readonly resourceIds?: readonly string[];
  readonly overbookReason?: string;
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
  return hours < 24 && minutes < 60 ? clockOfMinutes(hours * 60 + minutes) : undefined;
}

const checked = ['scheduleId', 'day', 'startsAt', 'minutes', 'places', 'bufferBefore', 'bufferAfter'] as const;

/** Nothing typed is as usual. */
function isWithin(text: string | undefined, least: number, most: number): boolean {
  const number = numberFrom(text, least);
  return Number.isInteger(number) && number >= least && number <= most;
}

/** The inputs that are not filled in as they have to be. */
export function errorsIn(form: SlotForm): (typeof checked)[number][] {
  const minutes = Number(form.minutes);
  const isWrong = {
    scheduleId: form.scheduleId === '',
    day: form.day === '',
    startsAt: clockOf(form.time) === undefined,
    minutes: !Number.isInteger(minutes) || minutes < 10 || minutes > 480,
    places: !isWithin(form.places, 1, 30),
    bufferBefore: !isWithin(form.bufferBefore, 0, 120),
    bufferAfter: !isWithin(form.bufferAfter, 0, 120),
  };
  return checked.filter((name) => isWrong[name]);
}

const startOf = (form: SlotForm): Date => instantAt(form.day, clockOf(form.time));

/** When the slot would end; undefined while something is missing. */
export function endOf(form: SlotForm): Date | undefined {
  const open = errorsIn(form).filter((name) => ['day', 'startsAt', 'minutes'].includes(name));
  return open.length > 0 ? undefined : new Date(startOf(form).getTime() + Number(form.minutes) * 60_000);
}

const numberFrom = (text: string | undefined, usual: number): number => (text?.trim() ? Number(text) : usual);

/** What is said besides, as far as it is not as usual. */
function besides({ places, bufferBefore, bufferAfter, municipalityKey, resourceIds }: SlotForm): Partial<BodyInput<typeof openSlot>> {
  const found = {
    places: numberFrom(places, 1) > 1 ? numberFrom(places, 1) : undefined,
    bufferBefore: numberFrom(bufferBefore, 0) || undefined,
    bufferAfter: numberFrom(bufferAfter, 0) || undefined,
    municipalityKey: municipalityKey || undefined,
    resourceIds: resourceIds?.length ? [...resourceIds] : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** What is sent. Only for a form without errors. */
export function bodyOf(form: SlotForm): BodyInput<typeof openSlot> {
  return {
    scheduleId: form.scheduleId,
    startsAt: startOf(form).toISOString(),
    minutes: Number(form.minutes),
    mode: form.mode as Slot['mode'],
    ...besides(form),
  };
}

/** The form for the slot after this one: it begins where this one ends, and leaves the time between that nobody can have. */
export function nextForm(form: SlotForm): SlotForm {
  const end = endOf(form);
  if (!end) return form;
  const between = numberFrom(form.bufferAfter, 0) + numberFrom(form.bufferBefore, 0);
  const begins = new Date(end.getTime() + between * 60_000);
  return { ...form, day: calendarDayOf(begins), time: wallClockOf(begins), overbookReason: '' };
}
