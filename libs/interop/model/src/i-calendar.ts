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
  return [...lines, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', ...events.flatMap(eventLines), 'END:VCALENDAR', ''].join('\r\n');
}
