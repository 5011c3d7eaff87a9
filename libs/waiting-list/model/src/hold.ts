import type { OpeningHours } from '@lotse/identity/model';
import { addCalendarDays, calendarDayOf, clockOfMinutes, instantAt, minutesOfClock, weekdayOf, type CalendarDay } from '@lotse/kernel';
import { holidaysOf, type LeadTime, type OfferingRules } from '@lotse/region/model';

/** What decides how long a slot is held for somebody's answer. */
export interface HoldRules {
  land: string;
  offering: OfferingRules;
  /** The hours of whoever answers; the county's usual ones without; every hour when there are none of either. */
  openingHours: OpeningHours | null;
}

/** When an offer goes out, until when it can be answered, and which line of the table it falls under. */
export interface Hold {
  goesOutAt: Date;
  until: Date;
  lead: LeadTime;
}

const minute = 60_000;
const hour = 60 * minute;
const minutesPerDay = 1440;
/** An answer in the very second in which the slot begins helps nobody. */
const beforeTheStart = minute;
/** Whoever comes in the morning to an offer that would have ended overnight has so long at least. */
const afterOpening = hour;
const daysAhead = 31;

/** From an instant up to another one, both belonging to it. */
interface Stretch {
  from: Date;
  to: Date;
}

/** The line of the table for a slot that begins so long from now. */
export function leadTimeOf({ leadTimes }: OfferingRules, noticeInMilliseconds: number): LeadTime {
  return leadTimes.find(({ moreThanHours }) => noticeInMilliseconds > moreThanHours * hour) ?? leadTimes.at(-1)!;
}

/**
 * How long a slot is held, if it is offered now to somebody who answers in these hours. What is made while nobody is there goes out when
 * somebody is; a hold never ends while nobody is there, nor in quiet hours, and always before the slot begins. Nothing when nobody will be there until then.
 */
export function holdOf(startsAt: Date, now: Date, rules: HoldRules): Hold | undefined {
  const latest = new Date(startsAt.getTime() - beforeTheStart);
  if (latest <= now) return undefined;
  const open = hoursOf(rules);
  const goesOutAt = open ? nextOpen(open, now, latest) : now;
  if (!goesOutAt || goesOutAt >= latest) return undefined;
  const lead = leadTimeOf(rules.offering, startsAt.getTime() - goesOutAt.getTime());
  const wanted = new Date(goesOutAt.getTime() + lead.holdMinutes * minute);
  const until = open ? endIn(open, { from: goesOutAt, to: latest }, wanted, lead) : earlier(wanted, latest);
  return { goesOutAt, until, lead };
}

/** Whether somebody is there to answer at an instant. */
export function isOpenAt(rules: HoldRules, at: Date): boolean {
  const open = hoursOf(rules);
  const day = calendarDayOf(at);
  // What is open until midnight ends in the first instant of the day after.
  const stretches = (of: Hours) => [addCalendarDays(day, -1), day].flatMap((one) => stretchesOf(of, one));
  return !open || stretches(open).some(({ from, to }) => from <= at && at <= to);
}

type Hours = (day: CalendarDay) => readonly (readonly [from: number, to: number])[];

/** The minutes of a day in which somebody is there and nobody is disturbed; nothing when every hour counts. */
function hoursOf({ land, offering, openingHours }: HoldRules): Hours | undefined {
  const stretches = openingHours ?? offering.usualHours;
  const { quietHours } = offering;
  if (!stretches && !quietHours) return undefined;
  const quiet = quietHours ? quietMinutes(minutesOfClock(quietHours.from), minutesOfClock(quietHours.to)) : [];
  return (day) => {
    const weekday = weekdayOf(day);
    if (stretches && holidaysOf(land, Number(day.slice(0, 4))).includes(day)) return [];
    const open = stretches
      ? stretches.filter((one) => one.weekday === weekday).map(({ from, to }) => [minutesOfClock(from), minutesOfClock(to)] as const)
      : [[0, minutesPerDay] as const];
    return quiet.reduce(
      (left, [from, to]) => left.flatMap(without(from, to)),
      [...open].sort(([one], [other]) => one - other),
    );
  };
}

const quietMinutes = (from: number, to: number): (readonly [number, number])[] =>
  from <= to ? [[from, to]] : [[0, to], [from, minutesPerDay]]; // prettier-ignore

const without =
  (from: number, to: number) =>
  ([open, close]: readonly [number, number]): (readonly [number, number])[] =>
    [[open, Math.min(close, from)] as const, [Math.max(open, to), close] as const].filter(([start, end]) => start < end);

/** The hours of a day as instants; a stretch that the clock change swallows is none. */
const stretchesOf = (open: Hours, day: CalendarDay): Stretch[] =>
  open(day)
    .map(([from, to]) => ({ from: instantAt(day, clockOfMinutes(from)), to: instantAt(day, clockOfMinutes(to)) }))
    .filter(({ from, to }) => from < to);

/** All stretches from an instant until another. */
function* between(open: Hours, { from, to }: Stretch): Generator<Stretch, void> {
  const last = calendarDayOf(to);
  for (let day = calendarDayOf(from); day <= last; day = addCalendarDays(day, 1)) {
    for (const stretch of stretchesOf(open, day)) if (stretch.to > from && stretch.from < to) yield stretch;
  }
}

/** The first instant from now on in which somebody is there. */
function nextOpen(open: Hours, now: Date, latest: Date): Date | undefined {
  const horizon = earlier(latest, new Date(now.getTime() + daysAhead * minutesPerDay * minute));
  for (const { from } of between(open, { from: now, to: horizon })) return later(from, now);
  return undefined;
}

/** Where a hold ends: as wanted if somebody is there; else a while after they are back; at the latest when the last of them goes before the slot begins. */
function endIn(open: Hours, within: Stretch, wanted: Date, lead: LeadTime): Date {
  let end = within.from;
  for (const { from, to } of between(open, within)) {
    const close = earlier(to, within.to);
    if (wanted >= from && wanted <= close) return wanted;
    end = close;
    if (wanted < from) return earlier(new Date(from.getTime() + Math.min(afterOpening, lead.holdMinutes * minute)), close);
  }
  return end;
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
const later = (one: Date, other: Date): Date => (one > other ? one : other);
