import { changeSeries, createSeries, endSeries, exceptSeriesDay, previewSeries, readSeries, type SlotSeries } from '@lotse/calendar/model';
import { calendarDayOf, type AnswerOf, type BodyOf, type ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { ChangeSeries } from './change-series';
import { SeriesPlan } from './series-plan';
import { runningSeries } from './series-row';

@Controller()
export class SeriesController {
  constructor(
    private readonly plan: SeriesPlan,
    private readonly changes: ChangeSeries,
  ) {}

  @Serves(readSeries)
  async list(@Current() transaction: Transaction): Promise<AnswerOf<typeof readSeries>> {
    return { items: await runningSeries(transaction) };
  }

  @Serves(previewSeries)
  async preview(
    @Current() transaction: Transaction,
    @Body({ schema: previewSeries.body }) { series, instead }: BodyOf<typeof previewSeries>,
  ): Promise<AnswerOf<typeof previewSeries>> {
    const today = calendarDayOf(new Date());
    const from = series.startsOn > today ? series.startsOn : today;
    return { days: await this.plan.of(transaction, series, null, instead), until: this.plan.until(from, series.endsOn) };
  }

  @Serves(createSeries)
  create(
    @Current() transaction: Transaction,
    @Body({ schema: createSeries.body }) body: BodyOf<typeof createSeries>,
  ): Promise<AnswerOf<typeof createSeries>> {
    return this.changes.create(transaction, body);
  }

  @Serves(changeSeries)
  change(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changeSeries.params }) { id }: ParamsOf<typeof changeSeries>,
    @Body({ schema: changeSeries.body }) body: BodyOf<typeof changeSeries>,
  ): Promise<AnswerOf<typeof changeSeries>> {
    return this.changes.change(transaction, id, version, body);
  }

  @Serves(endSeries)
  end(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: endSeries.params }) { id }: ParamsOf<typeof endSeries>,
    @Body({ schema: endSeries.body }) body: BodyOf<typeof endSeries>,
  ): Promise<AnswerOf<typeof endSeries>> {
    return this.changes.end(transaction, id, version, body);
  }

  @Serves(exceptSeriesDay)
  except(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: exceptSeriesDay.params }) { id }: ParamsOf<typeof exceptSeriesDay>,
    @Body({ schema: exceptSeriesDay.body }) body: BodyOf<typeof exceptSeriesDay>,
  ): Promise<SlotSeries> {
    return this.changes.except(transaction, id, version, body);
  }
}
