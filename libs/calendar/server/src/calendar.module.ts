import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarController } from './calendar.controller';
import { CancelSlot } from './cancel-slot/cancel-slot';
import { OpenSlot } from './open-slot/open-slot';
import { ReadSchedules } from './read-schedules/read-schedules';
import { ReadSlot } from './read-slot/read-slot';
import { ReadSlots } from './read-slots/read-slots';
import { ScheduleEntity } from './schedule.entity';
import { SlotEntity } from './slot.entity';
import { Slots } from './slots';

@Module({
  imports: [TypeOrmModule.forFeature([ScheduleEntity, SlotEntity])],
  controllers: [CalendarController],
  providers: [ReadSchedules, OpenSlot, ReadSlots, ReadSlot, CancelSlot, Slots],
  exports: [Slots],
})
export class CalendarModule {}
