import { dayText, daysUntil, momentText, relativeText } from './moments';

describe('moments', () => {
  it('writes days and times as people in the county do', () => {
    expect(momentText('2026-11-24T09:00:00Z', 'de')).toBe('Di., 24.11.2026, 10:00 Uhr');
    expect(dayText('2026-11-24', 'de')).toBe('Di., 24.11.2026');
    expect(momentText('2026-07-24T08:05:00Z', 'en')).toBe('Fri, 24 Jul 2026, 10:05');
  });

  it('counts days by midnights in Europe/Berlin, also over the change of the clock', () => {
    expect(daysUntil('2026-10-26', '2026-10-24T22:30:00Z')).toBe(1);
    expect(daysUntil('2026-11-23T00:30:00+01:00', '2026-11-22T23:15:00+01:00')).toBe(1);
  });

  it('says how long ago', () => {
    const now = Date.parse('2026-11-22T09:00:00Z');
    expect(relativeText('2026-11-19', 'de', now)).toBe('vor 3 Tagen');
    expect(relativeText('2026-11-23T08:00:00Z', 'de', now)).toBe('morgen');
    expect(relativeText('2026-11-22T08:40:00Z', 'de', now)).toBe('vor 20 Minuten');
    expect(relativeText('2026-11-22T12:00:00Z', 'en', now)).toBe('in 3 hours');
  });
});
