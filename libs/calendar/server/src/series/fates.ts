import type { SeriesDay, WrittenSeries } from '@lotse/calendar/model';
import type { CalendarDay } from '@lotse/kernel';
import type { Clash, WantedTime } from '../clashes';
import { withBuffers } from '../clashes';
import { spanOn } from './occurrences';

/** Who is away on which days, and in whose calendar somebody stands in. */
export interface Away {
  fromDay: CalendarDay;
  untilDay: CalendarDay;
  deputyName: string | null;
  deputyScheduleId: string | null;
}

/** What there is to know before the fate of a day can be told. */
export interface SeriesFacts {
  readonly now: Date;
  readonly made: ReadonlySet<CalendarDay>;
  readonly exceptions: ReadonlyMap<CalendarDay, Date | null>;
  readonly away: readonly Away[];
  isHoliday(day: CalendarDay): boolean;
}

/** A day of a series on its way to a slot: when it would lie and in whose calendar. */
export interface PlannedDay extends SeriesDay {
  readonly scheduleId: string;
}

type Fate = SeriesDay['fate'];

/** What becomes of a day, whatever else lies there: only days that are `made` or go to a deputy can still clash. */
function fateOf(day: CalendarDay, begins: Date, series: WrittenSeries, facts: SeriesFacts, away: Away | undefined): Fate {
  const isMoved = facts.exceptions.get(day) instanceof Date;
  const reasons: [Fate, boolean][] = [
    ['made_already', facts.made.has(day)],
    ['left_out', facts.exceptions.get(day) === null],
    ['past', begins <= facts.now],
    ['holiday', !isMoved && !series.onHolidays && facts.isHoliday(day)],
    ['absent', away !== undefined && away.deputyScheduleId === null],
    ['deputy', away !== undefined],
  ];
  return reasons.find(([, holds]) => holds)?.[0] ?? 'made';
}

/** The days of a series, each with what becomes of it before anybody has looked at what lies there. */
export function planDays(days: readonly CalendarDay[], series: WrittenSeries, facts: SeriesFacts): PlannedDay[] {
  return days.map((day) => {
    const usual = spanOn(day, series.startsAt, series.minutes);
    const moved = facts.exceptions.get(day);
    const begins = moved ?? usual.begins;
    const away = facts.away.find(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay);
    const fate = fateOf(day, begins, series, facts, away);
    return {
      day,
      startsAt: begins.toISOString(),
      endsAt: new Date(begins.getTime() + series.minutes * 60_000).toISOString(),
      fate,
      with: fate === 'deputy' && away?.deputyName ? { name: away.deputyName, startsAt: null, endsAt: null } : null,
      scheduleId: fate === 'deputy' ? away!.deputyScheduleId! : series.scheduleId,
    };
  });
}

export const isToBeMade = ({ fate }: SeriesDay): boolean => fate === 'made' || fate === 'deputy';

/** The time each day would take, with its buffers and whatever it needs besides. */
export function timeWanted(days: readonly PlannedDay[], series: WrittenSeries): WantedTime[] {
  return days.filter(isToBeMade).map((planned) => ({
    key: planned.day,
    schedules: [planned.scheduleId, ...series.resourceIds],
    ...withBuffers(new Date(planned.startsAt), series.minutes, series.bufferBefore, series.bufferAfter),
  }));
}

/** The days once more, now that it is known what lies there. */
export function withClashes(days: readonly PlannedDay[], clashes: readonly Clash[]): PlannedDay[] {
  const byDay = new Map(clashes.map((clash) => [clash.key, clash]));
  return days.map((planned) => {
    const clash = isToBeMade(planned) ? byDay.get(planned.day) : undefined;
    if (!clash) return planned;
    const { scheduleName, startsAt, endsAt } = clash;
    return { ...planned, fate: 'clash', with: { name: scheduleName, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() } };
  });
}
