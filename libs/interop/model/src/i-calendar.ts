/** An appointment as other calendars may know it: when, and a reference. */
export interface FeedEvent {
  readonly id: string;
  readonly reference: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When it last changed, and how often before. */
  readonly changedAt: Date;
  readonly sequence: number;
}

const stamp = (instant: Date): string =>
  instant
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}/, '');

const eventLines = ({ id, reference, startsAt, endsAt, changedAt, sequence }: FeedEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@lotse`,
  `DTSTAMP:${stamp(changedAt)}`,
  `DTSTART:${stamp(startsAt)}`,
  `DTEND:${stamp(endsAt)}`,
  `SUMMARY:Termin ${reference.replace(/[\\;,]/g, '\\$&')}`,
  `SEQUENCE:${sequence}`,
  'STATUS:CONFIRMED',
  'TRANSP:OPAQUE',
  'CLASS:PRIVATE',
  'END:VEVENT',
];

/** A calendar has to hold something; programs refuse one that holds nothing. While there is no appointment it says where its days are counted. */
const zoneLines = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

/**
 * A calendar as RFC 5545 writes it. The summary is all that is said, and it is the same in every language: a word, and the reference under
 * which those who may find the rest. Times are instants, so no rules of time zones need to be sent along.
 */
export function iCalendarOf(events: readonly FeedEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lotse//Termine//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Lotse',
  ];
  const content = events.length > 0 ? events.flatMap(eventLines) : zoneLines;
  return [...lines, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', ...content, 'END:VCALENDAR', ''].join('\r\n');
}
