import { clockOfMinutes, minutesOfClock, wallClockOf, wallClockSchema } from './wall-clock';

describe('the clock on the wall', () => {
  it('is hours and minutes with two digits each', () => {
    expect(['00:00', '09:30', '23:59'].every((text) => wallClockSchema.safeParse(text).success)).toBe(true);
    expect(['24:00', '9:30', '09:60', '0930', ' 09:30', ''].some((text) => wallClockSchema.safeParse(text).success)).toBe(false);
  });

  it('shows the time in Europe/Berlin, in summer and in winter, and midnight as 00:00', () => {
    expect(wallClockOf('2026-07-01T12:00:00Z')).toBe('14:00');
    expect(wallClockOf(new Date('2026-12-01T12:00:00Z'))).toBe('13:00');
    expect(wallClockOf('2026-12-01T23:00:00Z')).toBe('00:00');
  });

  it('shows the same hour twice in the night in which it is put back', () => {
    expect(wallClockOf('2026-10-25T00:30:00Z')).toBe('02:30');
    expect(wallClockOf('2026-10-25T01:30:00Z')).toBe('02:30');
  });

  it('can be counted in minutes and back', () => {
    expect([minutesOfClock('00:00'), minutesOfClock('09:05'), minutesOfClock('24:00')]).toEqual([0, 545, 1440]);
    expect([0, 545, 1439].map((minutes) => minutesOfClock(clockOfMinutes(minutes)))).toEqual([0, 545, 1439]);
  });
});
