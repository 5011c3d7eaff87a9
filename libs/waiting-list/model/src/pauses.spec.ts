import fc from 'fast-check';
import { addCalendarDays } from '@lotse/kernel';
import { endOfPauseNow, pauseOn, refusedPause, refusedPauseEnd, waitedDays } from './pauses';

const today = '2026-03-02';
const pause = (startsOn: string, endsOn: string | null) => ({ startsOn, endsOn });

describe('a pause', () => {
  it.each([
    ['from today', today, null, [], undefined],
    ['for a day', today, today, [], undefined],
    ['from yesterday', '2026-03-01', null, [], 'pause-in-hindsight'],
    ['that ends before it begins', '2026-03-05', '2026-03-04', [], 'pause-ends-before-it-begins'],
    ['the day after another', '2026-03-06', null, [pause('2026-03-02', '2026-03-05')], undefined],
    ['on the last day of another', '2026-03-05', null, [pause('2026-03-02', '2026-03-05')], 'pause-overlaps'],
    ['after one that never ends', '2027-01-01', '2027-01-02', [pause('2026-03-02', null)], 'pause-overlaps'],
    ['where one was called off', '2026-03-05', null, [pause('2026-03-05', '2026-03-04')], undefined],
  ] as const)('%s', (_, startsOn, endsOn, others, code) => {
    expect(refusedPause(pause(startsOn, endsOn), others, today)?.code).toBe(code);
  });

  it.each([
    ['today', pause('2026-02-20', null), today, undefined],
    ['yesterday, for somebody who is back today', pause('2026-02-20', null), '2026-03-01', undefined],
    ['the day before yesterday', pause('2026-02-20', null), '2026-02-28', 'pause-in-hindsight'],
    ['later than was said', pause('2026-02-20', '2026-03-03'), '2026-03-09', undefined],
    ['once it is over', pause('2026-02-20', '2026-03-01'), '2026-03-09', 'pause-is-over'],
    ['on its last day', pause('2026-02-20', '2026-03-02'), '2026-03-09', undefined],
    ['before it begins', pause('2026-03-09', null), '2026-03-08', undefined],
    ['long before it begins', pause('2026-03-09', null), '2026-03-07', 'pause-ends-before-it-begins'],
    ['never', pause('2026-02-20', '2026-03-09'), null, undefined],
  ] as const)('ends %s', (_, given, endsOn, code) => {
    expect(refusedPauseEnd(given, endsOn, today)?.code).toBe(code);
  });

  it('that is given up ends so that today counts, and one that has not begun never was', () => {
    expect(endOfPauseNow(pause('2026-02-20', null), today)).toBe('2026-03-01');
    expect(endOfPauseNow(pause(today, null), today)).toBe('2026-03-01');
    expect(endOfPauseNow(pause('2026-03-09', null), today)).toBe('2026-03-08');
    expect(pauseOn([pause('2026-03-09', '2026-03-08')], '2026-03-09')).toBeUndefined();
  });
});

describe('the two clocks', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const received = new Date('2026-02-10T09:00:00Z');

  it.each([
    ['without a pause', [], 20],
    ['with one that is over', [pause('2026-02-12', '2026-02-16')], 15],
    ['with one that goes on', [pause('2026-02-25', null)], 15],
    ['with one that ends some day', [pause('2026-02-25', '2026-06-01')], 15],
    ['with one that was called off', [pause('2026-02-25', '2026-02-24')], 20],
    ['with one to come', [pause('2026-03-05', null)], 20],
  ] as const)('%s', (_, pauses, withoutPauses) => {
    expect(waitedDays(received, pauses, now)).toEqual({ total: 20, withoutPauses });
  });

  it('the one without pauses never shows more, and never less than nothing', () => {
    const day = fc.integer({ min: -40, max: 40 }).map((days) => addCalendarDays(today, days));
    const pauses = fc.array(fc.record({ startsOn: day, endsOn: fc.option(day) }), { maxLength: 4 });
    fc.assert(
      fc.property(pauses, (given) => {
        const { total, withoutPauses } = waitedDays(received, given, now);
        return total === 20 && withoutPauses >= 0 && withoutPauses <= total;
      }),
      { seed: 5 },
    );
  });
});
