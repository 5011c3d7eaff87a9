import { holidaysOf, workingDaysOf } from './holidays';

describe('holidays', () => {
  it('are twelve in Baden-Württemberg, five of them moving with Easter', () => {
    expect(holidaysOf('DE-BW', 2026)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-06-04',
      '2026-10-03',
      '2026-11-01',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it.each([
    ['DE-HE', 2025, 10, ['2025-06-19'], ['2025-01-06', '2025-10-31', '2025-11-01']],
    ['DE-BE', 2025, 10, ['2025-03-08'], ['2025-06-19', '2025-11-01']],
    ['DE-BB', 2025, 12, ['2025-04-20', '2025-06-08', '2025-10-31'], ['2025-11-01']],
    ['DE-SN', 2025, 11, ['2025-11-19', '2025-10-31'], ['2025-06-19']],
    ['DE-SN', 2026, 11, ['2026-11-18'], ['2026-11-25']],
    ['DE-SN', 2027, 11, ['2027-11-17'], []],
    ['DE-SL', 2025, 12, ['2025-08-15', '2025-11-01', '2025-06-19'], ['2025-01-06']],
    ['DE-TH', 2025, 11, ['2025-09-20', '2025-10-31'], ['2025-11-01']],
  ] as const)('%s in %i keeps %i days', (land, year, count, kept, not) => {
    const days = holidaysOf(land, year);
    expect(new Set(days).size).toBe(count);
    expect(days).toEqual(expect.arrayContaining([...kept, `${year}-05-01`, `${year}-12-26`]));
    expect(days.filter((day) => (not as readonly string[]).includes(day))).toEqual([]);
  });

  it('are asked for by day', () => {
    const rule = workingDaysOf({ land: 'DE-BW', saturdayCounts: true });
    expect([rule.isHoliday('2026-06-04'), rule.isHoliday('2026-06-05'), rule.isHoliday('2027-05-27')]).toEqual([true, false, true]);
  });
});
