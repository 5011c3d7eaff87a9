export {
  calendarFeedPermissions,
  makeCalendarFeed,
  readCalendarFeed,
  readCalendarFeedState,
  revokeCalendarFeed,
} from './calendar-feed.contracts';
export { iCalendarOf, type FeedEvent } from './i-calendar';
