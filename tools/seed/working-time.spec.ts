import { calendarDayOf } from '@lotse/kernel';
import { workingTime } from './working-time';

describe('working time', () => {
  it('goes back over evenings, weekends and holidays', () => {
    const monday = workingTime(new Date('2026-11-23T09:00:00+01:00'));
    expect(monday.minutesAgo(30)).toEqual(new Date('2026-11-23T08:30:00+01:00'));
    expect(monday.minutesAgo(90)).toEqual(new Date('2026-11-20T16:30:00+01:00'));
    expect(calendarDayOf(workingTime(new Date('2026-01-07T08:00:00+01:00')).minutesAgo(1))).toBe('2026-01-05');
  });

  it('counts days from today, or from the last working day', () => {
    const sunday = workingTime(new Date('2026-11-22T03:00:00+01:00'));
    expect([-1, 0, 1, 2].map((day) => sunday.day(day))).toEqual(['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24']);
    const wednesday = workingTime(new Date('2026-11-25T12:00:00+01:00'));
    expect([-1, 0, 1].map((day) => wednesday.day(day))).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
  });

  it('never goes forward', () => {
    const time = workingTime(new Date('2026-03-29T12:00:00+02:00'));
    const instants = Array.from({ length: 400 }, (_, index) => time.minutesAgo(index * 37.7).getTime());
    expect(instants.every((instant, index) => index === 0 || instant <= instants[index - 1]!)).toBe(true);
    expect(instants[0]).toBeLessThanOrEqual(time.now.getTime());
  });
});
