export { CalendarFeedEntity } from './calendar-feed/calendar-feed.entity';
export { InteropModule } from './interop.module';
