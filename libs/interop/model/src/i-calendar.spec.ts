import { iCalendarOf } from './i-calendar';

const event = {
  id: '018f0000-0000-7000-8000-000000000001',
  reference: 'L-2031',
  startsAt: new Date('2026-11-24T09:00:00Z'),
  endsAt: new Date('2026-11-24T09:50:00Z'),
  changedAt: new Date('2026-11-20T08:00:00Z'),
  sequence: 2,
};

describe('appointments for other calendars', () => {
  it('say when, and under which reference, and nothing else', () => {
    const text = iCalendarOf([event]);
    expect(text).toContain('\r\nDTSTART:20261124T090000Z\r\nDTEND:20261124T095000Z\r\nSUMMARY:Termin L-2031\r\n');
    expect(text.split('\r\n').filter((line) => /^(DESCRIPTION|LOCATION|URL|ATTENDEE|ORGANIZER|CATEGORIES)/.test(line))).toEqual([]);
    expect(text).not.toMatch(/psych|ambulanz|klinik/i);
  });

  it('are the same text as long as nothing changes, and a calendar without appointments is whole', () => {
    expect(iCalendarOf([event])).toBe(iCalendarOf([{ ...event }]));
    expect(iCalendarOf([])).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VTIMEZONE\r\n[^]*END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/);
    expect(iCalendarOf([event])).not.toContain('VTIMEZONE');
    expect(
      Math.max(
        ...iCalendarOf([event])
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(75);
  });
});
