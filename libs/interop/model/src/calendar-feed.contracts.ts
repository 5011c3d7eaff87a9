import { endpoint, notFound, permissions } from '@lotse/kernel';
import * as z from 'zod';

export const calendarFeedPermissions = permissions('calendarFeed', 'keep');

/** The state of one's address; the address itself is said once, when it is made. */
const stateSchema = z.object({
  createdAt: z.iso.datetime(),
  /** When a calendar program last read it, to within an hour. */
  lastReadAt: z.iso.datetime().nullable(),
});

export const readCalendarFeedState = endpoint({
  method: 'GET',
  path: 'calendar-feed',
  summary: 'Whether one has an address under which calendar programs read one’s appointments, and when they last did.',
  may: calendarFeedPermissions.keep,
  response: z.object({ feed: stateSchema.nullable() }),
});

export const makeCalendarFeed = endpoint({
  method: 'POST',
  status: 201,
  path: 'calendar-feed',
  summary: 'Make a secret address for calendar programs. It is said once and kept nowhere; an earlier one ends.',
  may: calendarFeedPermissions.keep,
  response: z.object({ address: z.url() }),
  repeatable: true,
});

export const revokeCalendarFeed = endpoint({
  method: 'POST',
  path: 'calendar-feed/revoke',
  summary: 'End one’s address for calendar programs at once.',
  may: calendarFeedPermissions.keep,
  response: z.object({ feed: z.null() }),
});

/** Answered as text. Whoever knows the secret knows when and where somebody has appointments, and with which references: no names, no services. */
export const readCalendarFeed = endpoint({
  method: 'GET',
  path: 'public/calendar/:secret',
  summary: 'Appointments as iCalendar: times and references only. With ETag.',
  may: 'anyone',
  params: z.strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  response: z.string(),
  media: 'text/calendar',
  limit: 'search',
  problems: [notFound],
});
