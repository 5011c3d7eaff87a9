import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarFeedController } from './calendar-feed/calendar-feed.controller';
import { CalendarFeedEntity } from './calendar-feed/calendar-feed.entity';
import { CalendarFeeds } from './calendar-feed/calendar-feeds';

@Module({
  imports: [TypeOrmModule.forFeature([CalendarFeedEntity])],
  controllers: [CalendarFeedController],
  providers: [CalendarFeeds],
})
export class InteropModule {}
