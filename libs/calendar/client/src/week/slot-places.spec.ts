import { hoursOf, placesOf } from './slot-places';
import { daysOfWeek, mondayOf, spanOfWeek, weekNumber, weekOf } from './week-days';

const slot = (from: string, to: string) => ({ startsAt: `2026-11-24T${from}:00.000Z`, endsAt: `2026-11-24T${to}:00.000Z` });

describe('a week', () => {
  it('begins on Monday, whichever day names it', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(weekOf('2026-11-23')).toBe('2026-11-23');
    expect(weekOf('nonsense', new Date('2026-11-25T10:00:00Z'))).toBe('2026-11-23');
    expect(daysOfWeek('2026-11-23').at(-1)).toBe('2026-11-29');
  });

  it('carries the number that calendars print', () => {
    expect(weekNumber('2026-11-23')).toBe(48);
    expect(weekNumber('2025-12-29')).toBe(1);
    expect(weekNumber('2026-12-28')).toBe(53);
  });

  it('is seven days long even when the clock is changed', () => {
    expect(spanOfWeek('2026-10-19')).toEqual({ from: '2026-10-18T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' });
  });
});

describe('slots in the picture of a week', () => {
  it('stand at their time in Europe/Berlin', () => {
    const [placed] = placesOf([slot('09:00', '09:50')], { first: 8, last: 17 });
    expect(placed).toMatchObject({ fromRow: 25, toRow: 35, lane: 0, lanes: 1 });
  });

  it('stand beside one another when they overlap', () => {
    const placed = placesOf([slot('09:00', '09:50'), slot('09:30', '10:20'), slot('10:20', '11:00')], { first: 8, last: 17 });
    expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  it('are as long as they take in the hour that comes twice, and stand beside those of the other one', () => {
    const at = (from: string, to: string) => ({ startsAt: `2027-10-31T${from}:00.000Z`, endsAt: `2027-10-31T${to}:00.000Z` });
    const night = [at('00:15', '01:05'), at('01:15', '02:05')];
    expect(hoursOf(night)).toEqual({ first: 2, last: 17 });
    const placed = placesOf(night, { first: 2, last: 17 });
    expect(placed.map(({ fromRow, toRow, lane, lanes }) => [fromRow, toRow, lane, lanes])).toEqual([
      [4, 14, 0, 2],
      [4, 14, 1, 2],
    ]);
  });

  it('widen the hours that are shown', () => {
    expect(hoursOf([])).toEqual({ first: 8, last: 17 });
    expect(hoursOf([slot('05:30', '06:00'), slot('18:00', '18:30')])).toEqual({ first: 6, last: 20 });
  });
});
