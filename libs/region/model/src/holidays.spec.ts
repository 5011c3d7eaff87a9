import { holidaysOf, workingDaysOf } from './holidays';

describe('holidays of Baden-Württemberg', () => {
  it('are twelve, five of them moving with Easter', () => {
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

  it('are asked for by day', () => {
    const rule = workingDaysOf({ land: 'DE-BW', saturdayCounts: true });
    expect([rule.isHoliday('2026-06-04'), rule.isHoliday('2026-06-05'), rule.isHoliday('2027-05-27')]).toEqual([true, false, true]);
  });
});
