import { Module } from '@nestjs/common';
import { CalendarModule } from './calendar.module';
import { KeepSeriesAheadSweep } from './series/keep-series-ahead.sweep';

/** What only the worker does: keep series made for the weeks ahead. */
@Module({ imports: [CalendarModule], providers: [KeepSeriesAheadSweep] })
export class CalendarWorkerModule {}
