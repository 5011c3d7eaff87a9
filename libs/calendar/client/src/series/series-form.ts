import { partsOf, ruleOf, type SlotSeries, type Weekday, type WrittenSeries } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, type BodyInput } from '@lotse/kernel';
import type { createSeries } from '@lotse/calendar/model';
import type { SlotDetails } from '../calendar-page/more-about-slot';
import { clockOf } from '../calendar-page/slot-form';

/** A series as it is typed. */
export interface SeriesForm extends SlotDetails {
  readonly scheduleId: string;
  readonly every: 'day' | 'week' | 'month';
  readonly interval: string;
  readonly on: readonly Weekday[];
  readonly nth: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly time: string;
  readonly minutes: string;
  readonly mode: WrittenSeries['mode'];
  readonly onHolidays: boolean;
}

const tomorrow = (): string => addCalendarDays(calendarDayOf(new Date()), 1);

/** What stands in the form at first: every week, from tomorrow on; or the series that is changed, from tomorrow on. */
export function seriesFormOf(series: SlotSeries | undefined, scheduleId: string): SeriesForm {
  const from = tomorrow();
  if (!series) {
    const usual = { every: 'week', interval: '1', on: [], nth: '1', time: '', minutes: '50', mode: 'on_site' } as const;
    return { ...usual, scheduleId, startsOn: from, endsOn: '', onHolidays: false };
  }
  const { every, interval, on, nth } = partsOf(series.rule);
  return {
    scheduleId: series.scheduleId,
    every,
    on,
    interval: String(interval),
    nth: String(nth),
    startsOn: series.startsOn > from ? series.startsOn : from,
    endsOn: series.endsOn ?? '',
    time: series.startsAt,
    minutes: String(series.minutes),
    mode: series.mode,
    onHolidays: series.onHolidays,
    places: String(series.places),
    bufferBefore: String(series.bufferBefore),
    bufferAfter: String(series.bufferAfter),
    municipalityKey: series.municipalityKey ?? '',
    resourceIds: series.resourceIds,
  };
}

const inputs = [
  'scheduleId',
  'rule',
  'interval',
  'startsOn',
  'endsOn',
  'startsAt',
  'minutes',
  'places',
  'bufferBefore',
  'bufferAfter',
] as const;

const isWhole = (text: string | undefined, least: number, most: number): boolean => {
  const number = Number(text?.trim() || least);
  return Number.isInteger(number) && number >= least && number <= most;
};

/** The inputs that are not filled in as they have to be. */
export function errorsInSeries(form: SeriesForm): (typeof inputs)[number][] {
  const isWrong = {
    scheduleId: form.scheduleId === '',
    rule: form.every !== 'day' && form.on.length === 0,
    interval: !isWhole(form.interval, 1, 99),
    startsOn: form.startsOn === '',
    endsOn: form.endsOn !== '' && form.endsOn < form.startsOn,
    startsAt: clockOf(form.time) === undefined,
    minutes: form.minutes.trim() === '' || !isWhole(form.minutes, 10, 480),
    places: !isWhole(form.places, 1, 30),
    bufferBefore: !isWhole(form.bufferBefore, 0, 120),
    bufferAfter: !isWhole(form.bufferAfter, 0, 120),
  };
  return inputs.filter((name) => isWrong[name]);
}

/** What is sent. Only for a form without errors. */
export function writtenFrom(form: SeriesForm): BodyInput<typeof createSeries> {
  return {
    scheduleId: form.scheduleId,
    rule: ruleOf({ every: form.every, interval: Number(form.interval), on: form.on, nth: Number(form.nth) }),
    startsOn: form.startsOn,
    endsOn: form.endsOn || null,
    startsAt: clockOf(form.time) ?? '',
    minutes: Number(form.minutes),
    mode: form.mode,
    places: Number(form.places || 1),
    municipalityKey: form.municipalityKey || null,
    bufferBefore: Number(form.bufferBefore || 0),
    bufferAfter: Number(form.bufferAfter || 0),
    resourceIds: [...(form.resourceIds ?? [])].filter((id) => id !== form.scheduleId),
    onHolidays: form.onHolidays,
  };
}
