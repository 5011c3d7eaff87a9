import { shiftOf } from './county-rules.contracts';

const settings = { land: 'DE-BW', saturdayCounts: false };
const rule = { amount: 5, unit: 'working_days', saturdayCounts: false, movesToWorkingDay: false } as const;

describe('what another rule would mean for what runs', () => {
  it.each([
    ['earlier', '2026-11-23', '2026-12-02', { earlier: 2, later: 0, same: 0, furthestEarlier: 2 }],
    ['later', '2026-11-23', '2026-11-27', { earlier: 0, later: 2, same: 0, furthestLater: 3 }],
    ['the same', '2026-11-23', '2026-11-30', { earlier: 0, later: 0, same: 2 }],
    ['later over the holidays', '2026-12-23', '2026-12-30', { later: 2, furthestLater: 1 }],
  ])('%s', (_, startsOn, dueOn, expected) => {
    expect(shiftOf([{ startsOn, dueOn, count: 2 }], rule, settings)).toMatchObject({ running: 2, ...expected });
  });

  it('nothing runs', () => expect(shiftOf([], rule, settings)).toMatchObject({ running: 0, earlier: 0, later: 0 }));
});
