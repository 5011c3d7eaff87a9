import fc from 'fast-check';
import {
  addCalendarDays,
  addWorkingDays,
  calendarDayOf,
  calendarDaysBetween,
  easterSunday,
  instantAt,
  isWorkingDay,
  weekdayOf,
} from './calendar-day';

const rule = { saturdayCounts: true, isHoliday: (day: string) => day === '2026-12-25' || day === '2026-12-26' };

describe('calendar days', () => {
  it('begin and end at midnight in Berlin, in summer and in winter', () => {
    expect(calendarDayOf(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
    expect(calendarDayOf(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31');
  });

  it('count as one day each, also when the clocks change', () => {
    expect(addCalendarDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(calendarDaysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('turn into the instant at which the clock on the wall shows a time', () => {
    expect(instantAt('2026-07-01', '09:00').toISOString()).toBe('2026-07-01T07:00:00.000Z');
    expect(instantAt('2026-12-01', '09:00').toISOString()).toBe('2026-12-01T08:00:00.000Z');
    expect(instantAt('2026-03-29', '12:00').toISOString()).toBe('2026-03-29T10:00:00.000Z');
  });

  it('any instant falls on the day whose midnights surround it', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (instant) => {
        const day = calendarDayOf(instant);
        return instantAt(day) <= instant && instant < instantAt(addCalendarDays(day, 1));
      }),
    );
  });

  it('have a place in the week, from Monday to Sunday', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayOf)).toEqual([1, 6, 7]);
  });

  it('knows Easter', () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
  });

  it('counts working days without the day of the event, Sundays and holidays', () => {
    expect(addWorkingDays('2026-12-23', 2, rule)).toBe('2026-12-28');
    expect(addWorkingDays('2026-11-20', 1, rule)).toBe('2026-11-21');
    expect(addWorkingDays('2026-11-20', 1, { ...rule, saturdayCounts: false })).toBe('2026-11-23');
    expect(isWorkingDay('2026-11-22', rule)).toBe(false);
  });
});
