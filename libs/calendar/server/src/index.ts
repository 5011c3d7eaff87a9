export { CalendarModule } from './calendar.module';
export { CalendarWorkerModule } from './calendar-worker.module';
export { OccupiedTimeEntity } from './occupied-time.entity';
export { ScheduleEntity } from './schedule.entity';
export { SlotEntity } from './slot.entity';
export { SlotSeriesEntity, SlotSeriesExceptionEntity } from './series/slot-series.entity';
export { Slots, type SlotRecord } from './slots';
export { StaffAbsenceEntity } from './absences/staff-absence.entity';
