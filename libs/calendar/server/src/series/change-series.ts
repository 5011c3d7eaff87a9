import {
  seriesDayUnknown,
  seriesEmpty,
  slotTaken,
  type changeSeries,
  type endSeries,
  type exceptSeriesDay,
  type SlotSeries,
  type WrittenSeries,
} from '@lotse/calendar/model';
import { addCalendarDays, newId, Refusal, versionStale, type AnswerOf, type BodyOf, type CalendarDay } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { orOverlaps } from '../insert-slots';
import { isToBeMade, type PlannedDay } from './fates';
import { MakeSeriesSlots } from './make-series-slots';
import { daysOf, spanOn } from './occurrences';
import { SeriesPlan } from './series-plan';
import { lockedSeries, ownSeries } from './series-row';

const insert = `
  insert into slot_series (id, region_id, organisation_id, schedule_id, rule, starts_on, ends_on, starts_at, minutes, mode, places,
    municipality_key, buffer_before, buffer_after, resource_ids, on_holidays, follows, created_by)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, current_staff())`;

const cancelFree = `
  update slot set state = 'cancelled', cancel_reason = 'series_changed', version = version + 1
  where series_id = $1 and series_day >= $2 and state in ('open', 'blocked') and lower(during) > now()`;
const findKept = `
  select id, lower(during) as "startsAt", upper(during) as "endsAt" from slot
  where series_id = $1 and series_day >= $2 and state in ('held', 'taken') and lower(during) > now() order by lower(during), id`;

type AfterChange = AnswerOf<typeof changeSeries>;

/** Begins, changes and ends series. What somebody has, or is offered, is left alone and named. */
@Injectable()
export class ChangeSeries {
  constructor(
    private readonly plan: SeriesPlan,
    private readonly make: MakeSeriesSlots,
  ) {}

  async create(transaction: Transaction, series: WrittenSeries): Promise<{ series: SlotSeries; made: number; days: PlannedDay[] }> {
    const begun = await this.begin(transaction, series, null);
    transaction.record({ kind: 'act', verb: 'calendar.createSeries', subject: 'slot-series', subjectId: begun.id });
    return { series: await ownSeries(transaction, begun.id), made: begun.made, days: begun.days };
  }

  /** From the first day of the new one on, it takes the place of the old one. */
  async change(transaction: Transaction, id: string, version: number, series: BodyOf<typeof changeSeries>): Promise<AfterChange> {
    await this.expectVersion(transaction, id, version);
    const cancelled = await this.cut(transaction, id, series.startsOn);
    const begun = await this.begin(transaction, series, id);
    transaction.record({ kind: 'act', verb: 'calendar.changeSeries', subject: 'slot-series', subjectId: id });
    return {
      series: await ownSeries(transaction, begun.id),
      made: begun.made,
      cancelled,
      kept: await this.kept(transaction, id, series.startsOn),
    };
  }

  async end(transaction: Transaction, id: string, version: number, { from }: BodyOf<typeof endSeries>): Promise<AfterChange> {
    await this.expectVersion(transaction, id, version);
    const cancelled = await this.cut(transaction, id, from);
    transaction.record({ kind: 'act', verb: 'calendar.endSeries', subject: 'slot-series', subjectId: id });
    return { series: await ownSeries(transaction, id), made: 0, cancelled, kept: await this.kept(transaction, id, from) };
  }

  /** One day is left out or moved. Its slot, when there is one already, goes along; when somebody has it, nothing is done. */
  async except(transaction: Transaction, id: string, version: number, body: BodyOf<typeof exceptSeriesDay>): Promise<SlotSeries> {
    const series = await this.expectVersion(transaction, id, version);
    if (!daysOf(series.rule, series.startsOn, body.day, body.day).includes(body.day)) throw new Refusal(seriesDayUnknown());
    const movedTo = body.movedTo ? spanOn(body.movedTo.day, body.movedTo.startsAt, series.minutes).begins : null;
    const slots = await transaction.rows<{ state: string }>(
      'series.slots-of-day',
      `select state from slot where series_id = $1 and series_day = $2 and state <> 'cancelled' order by id for update`,
      [id, body.day],
    );
    const had = slots.find(({ state }) => state === 'held' || state === 'taken');
    if (had) throw new Refusal(slotTaken({ context: { state: had.state } }));
    transaction.send(
      'series.except',
      `insert into slot_series_exception (series_id, day, organisation_id, moved_to) values ($1, $2, current_organisation(), $3)
       on conflict (series_id, day) do update set moved_to = excluded.moved_to`,
      [id, body.day, movedTo],
    );
    await this.followException(transaction, id, body.day, movedTo, series.minutes);
    transaction.record({ kind: 'act', verb: 'calendar.exceptSeriesDay', subject: 'slot-series', subjectId: id });
    transaction.send('series.version', 'update slot_series set version = version + 1 where id = $1', [id]);
    this.announce(transaction, id, version + 1);
    return ownSeries(transaction, id);
  }

  private async followException(transaction: Transaction, id: string, day: CalendarDay, movedTo: Date | null, minutes: number) {
    const change = movedTo
      ? `update slot set during = tstzrange($3::timestamptz, $3::timestamptz + make_interval(mins => $4)), version = version + 1`
      : `update slot set state = 'cancelled', cancel_reason = 'series_changed', version = version + 1`;
    await orOverlaps(
      transaction.change(
        movedTo ? 'series.move-day' : 'series.leave-out-day',
        `${change} where series_id = $1 and series_day = $2 and state <> 'cancelled'`,
        movedTo ? [id, day, movedTo, minutes] : [id, day],
      ),
    );
  }

  private async expectVersion(transaction: Transaction, id: string, version: number): Promise<SlotSeries> {
    const series = await lockedSeries(transaction, id);
    if (series.version !== version) throw new Refusal(versionStale({ context: { version: series.version } }));
    return series;
  }

  private async begin(transaction: Transaction, series: WrittenSeries, follows: string | null) {
    const id = newId();
    const days = await this.plan.of(transaction, series, null, follows);
    if (!days.some(isToBeMade) && this.plan.until(series.startsOn, series.endsOn) === series.endsOn) throw new Refusal(seriesEmpty());
    const { scheduleId, rule, startsOn, endsOn, startsAt, minutes, mode, places, municipalityKey } = series;
    transaction.send('series.insert', insert, [
      id, scheduleId, rule, startsOn, endsOn, startsAt, minutes, mode, places, municipalityKey,
      series.bufferBefore, series.bufferAfter, [...new Set(series.resourceIds)], series.onHolidays, follows,
    ]); // prettier-ignore
    const made = await this.make.run(transaction, id, series, days);
    this.announce(transaction, id, 1);
    return { id, days, made };
  }

  /** Ends a series before a day; its free slots from then on go. Answers how many. */
  private async cut(transaction: Transaction, id: string, from: CalendarDay): Promise<number> {
    transaction.send(
      'series.end',
      'update slot_series set ends_on = greatest(least(coalesce(ends_on, $2::date), $2::date), starts_on - 1), version = version + 1 where id = $1',
      [id, addCalendarDays(from, -1)],
    );
    this.announce(transaction, id, 2);
    return transaction.change('series.cancel-free', cancelFree, [id, from]);
  }

  private async kept(transaction: Transaction, id: string, from: CalendarDay): Promise<AfterChange['kept']> {
    const rows = await transaction.rows<{ id: string; startsAt: Date; endsAt: Date }>('series.kept', findKept, [id, from]);
    return rows.map((row) => ({ id: row.id, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }));
  }

  private announce(transaction: Transaction, id: string, version: number): void {
    const { organisationId } = transaction.actor;
    transaction.announce({ name: 'slot-series.changed', subject: 'slot', subjectId: id, version, audience: [organisationId] });
  }
}
