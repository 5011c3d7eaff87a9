export { CalendarModule } from './calendar.module';
export { OccupiedTimeEntity } from './occupied-time.entity';
export { ScheduleEntity } from './schedule.entity';
export { SlotEntity } from './slot.entity';
export { Slots, type SlotRecord } from './slots';
