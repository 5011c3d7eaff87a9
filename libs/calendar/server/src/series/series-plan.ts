import { unknownSchedule, weeksAhead, type WrittenSeries } from '@lotse/calendar/model';
import { calendarDayOf, Refusal, type CalendarDay } from '@lotse/kernel';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { clashesOf } from '../clashes';
import { planDays, timeWanted, withClashes, type Away, type PlannedDay, type SeriesFacts } from './fates';
import { daysOf, weeksFrom } from './occurrences';

interface Place {
  now: Date;
  staffId: string | null;
  serviceId: string;
  resources: number;
  isKnownThere: boolean;
}

const findPlace = `
  select now() as now, staff_id as "staffId", service_id as "serviceId",
    (select count(*)::int from schedule further where further.id = any ($2::uuid[]) and further.organisation_id = current_organisation()) as resources,
    $3::text is null or exists (select from municipality m where m.ags = $3 and m.region_id = current_region()) as "isKnownThere"
  from schedule where id = $1 and organisation_id = current_organisation() and retired_at is null`;

const findAway = `
  select to_char(a.from_day, 'YYYY-MM-DD') as "fromDay", to_char(a.until_day, 'YYYY-MM-DD') as "untilDay", d.name as "deputyName",
    d.id as "deputyScheduleId"
  from staff_absence a left join lateral (
    select s.id, s.name from schedule s where s.staff_id = a.deputy_id and s.organisation_id = current_organisation() and s.retired_at is null
    order by (s.service_id = $2) desc, s.name limit 1) d on true
  where a.staff_id = $1 and a.ended_at is null and a.until_day >= current_date - 1`;

const findExceptions = `select to_char(day, 'YYYY-MM-DD') as day, moved_to as "movedTo" from slot_series_exception where series_id = $1`;
const findMade = `select distinct to_char(series_day, 'YYYY-MM-DD') as day from slot where series_id = $1`;

/** What a series becomes in the weeks ahead. The preview, the first making and every later one ask here, so what was shown is what is made. */
@Injectable()
export class SeriesPlan {
  constructor(private readonly regions: Regions) {}

  /** @param instead the series whose place it takes, from its first day on */
  async of(transaction: Transaction, series: WrittenSeries, id: string | null, instead: string | null = null): Promise<PlannedDay[]> {
    const place = await this.placeOf(transaction, series);
    const facts = await this.factsOf(transaction, id, place);
    const today = calendarDayOf(place.now);
    const from = series.startsOn > today ? series.startsOn : today;
    const days = daysOf(series.rule, series.startsOn, from, this.until(from, series.endsOn));
    const planned = planDays(days, series, facts);
    const room = instead ? { seriesId: instead, from: series.startsOn } : undefined;
    return withClashes(planned, await clashesOf(transaction, timeWanted(planned, series), room));
  }

  /** The last day that is looked at: twelve weeks, or the end of the series. */
  until(from: CalendarDay, endsOn: CalendarDay | null): CalendarDay {
    const horizon = weeksFrom(from, weeksAhead);
    return endsOn && endsOn < horizon ? endsOn : horizon;
  }

  private async placeOf(transaction: Transaction, series: WrittenSeries): Promise<Place> {
    const wanted = [series.scheduleId, series.resourceIds, series.municipalityKey];
    const place = await transaction.row<Place & Record<string, unknown>>('series.place', findPlace, wanted);
    if (!place?.isKnownThere || place.resources !== new Set(series.resourceIds).size) throw new Refusal(unknownSchedule());
    return place;
  }

  private async factsOf(transaction: Transaction, id: string | null, { now, staffId, serviceId }: Place): Promise<SeriesFacts> {
    const settings = await this.regions.settings(transaction);
    const [away, exceptions, made] = await Promise.all([
      staffId ? transaction.rows<Away & Record<string, unknown>>('series.away', findAway, [staffId, serviceId]) : [],
      id ? transaction.rows<{ day: string; movedTo: Date | null }>('series.exceptions', findExceptions, [id]) : [],
      id ? transaction.rows<{ day: string }>('series.made', findMade, [id]) : [],
    ]);
    const { isHoliday } = workingDaysOf(settings);
    return {
      now,
      away,
      isHoliday,
      exceptions: new Map(exceptions.map(({ day, movedTo }) => [day, movedTo])),
      made: new Set(made.map(({ day }) => day)),
    };
  }
}
