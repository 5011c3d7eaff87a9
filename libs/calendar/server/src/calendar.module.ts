import { RegionModule } from '@lotse/region/server';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AbsencesController } from './absences/absences.controller';
import { EnterAbsence } from './absences/enter-absence';
import { FreedInAbsence } from './absences/freed-in-absence';
import { SlotsInAbsence } from './absences/slots-in-absence';
import { StaffAbsenceEntity } from './absences/staff-absence.entity';
import { BlockSlot } from './block-slot/block-slot';
import { CalendarController } from './calendar.controller';
import { CancelSlot } from './cancel-slot/cancel-slot';
import { MoveSlot } from './move-slot/move-slot';
import { OccupiedTimeEntity } from './occupied-time.entity';
import { OpenSlot } from './open-slot/open-slot';
import { ReadSlot } from './read-slot/read-slot';
import { ReadSlots } from './read-slots/read-slots';
import { ScheduleEntity } from './schedule.entity';
import { HandOverSchedules } from './schedules/hand-over-schedules';
import { KeepSchedules } from './schedules/keep-schedules';
import { SchedulesController } from './schedules/schedules.controller';
import { ChangeSeries } from './series/change-series';
import { KeepSeriesAhead } from './series/keep-series-ahead';
import { MakeSeriesSlots } from './series/make-series-slots';
import { SeriesController } from './series/series.controller';
import { SeriesPlan } from './series/series-plan';
import { SlotSeriesEntity, SlotSeriesExceptionEntity } from './series/slot-series.entity';
import { SlotEntity } from './slot.entity';
import { Slots } from './slots';

const entities = [ScheduleEntity, SlotEntity, OccupiedTimeEntity, SlotSeriesEntity, SlotSeriesExceptionEntity, StaffAbsenceEntity];
const slotActs = [OpenSlot, ReadSlots, ReadSlot, CancelSlot, MoveSlot, BlockSlot, Slots];
const series = [SeriesPlan, MakeSeriesSlots, ChangeSeries, KeepSeriesAhead];

@Module({
  imports: [TypeOrmModule.forFeature(entities), RegionModule, TaskModule],
  controllers: [CalendarController, SchedulesController, SeriesController, AbsencesController],
  providers: [...slotActs, ...series, KeepSchedules, HandOverSchedules, SlotsInAbsence, EnterAbsence, FreedInAbsence],
  // `KeepSeriesAhead` for the worker's part of this domain; the index shows other domains the module and `Slots` alone.
  exports: [Slots, KeepSeriesAhead],
})
export class CalendarModule {}
