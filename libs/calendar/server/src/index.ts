export { CalendarModule } from './calendar.module';
export { ScheduleEntity } from './schedule.entity';
export { SlotEntity } from './slot.entity';
export { Slots, type SlotRecord } from './slots';
