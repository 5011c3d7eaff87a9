import { deadlineInVersion, deadlinesOf, deadlinesOn, usualDeadlines, type DeadlineRule } from './deadlines';
import { reasonsOf, reasonsOn, usualReasons } from './reasons';

const usual = usualDeadlines.find(({ code }) => code === 'acute_treatment_by_code')!;
const asVersion = (version: number, validFrom: string, more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  ...usual,
  ...more,
  version,
  validFrom,
});
const amountOn = (deadlines: DeadlineRule[], day: string) =>
  deadlinesOn({ deadlines }, day).find(({ code }) => code === usual.code)?.amount;

describe('the rules of a county in versions', () => {
  const deadlines = [asVersion(1, '2027-01-01', { amount: 3 }), asVersion(2, '2027-03-01', { amount: 1 })];

  it.each([
    ['before the first', '2026-12-31', 2],
    ['on its first day', '2027-01-01', 3],
    ['on the day before the next', '2027-02-28', 3],
    ['afterwards', '2030-01-01', 1],
  ])('%s, the one counts that has begun', (_, day, amount) => expect(amountOn(deadlines, day)).toBe(amount));

  it('of two from the same day the later one counts', () => {
    expect(amountOn([...deadlines, asVersion(3, '2027-01-01', { amount: 4 })], '2027-01-15')).toBe(4);
  });

  it('what the county came with stands in the place of the usual one', () => {
    expect(amountOn([{ ...usual, amount: 9 }], '2026-01-01')).toBe(9);
    expect(deadlineInVersion({ deadlines: [{ ...usual, amount: 9 }, ...deadlines] }, usual.code, 0)?.amount).toBe(9);
  });

  it('each version can be named, and one that was never there is none', () => {
    expect([0, 1, 2, 3].map((version) => deadlineInVersion({ deadlines }, usual.code, version)?.amount)).toEqual([2, 3, 1, undefined]);
  });

  it('what is retired is still named and begins no more', () => {
    const retired = [asVersion(1, '2027-01-01', { until: '2027-01-01' })];
    expect([amountOn(retired, '2027-01-01'), amountOn(retired, '2027-01-02')]).toEqual([2, undefined]);
    expect(deadlinesOf({ deadlines: retired }, '2027-01-02')).toHaveLength(usualDeadlines.length);
  });

  it('what comes later is not there yet', () => {
    const own = { ...usualReasons[0]!, code: 'too_far', version: 1, validFrom: '2027-01-01' };
    expect(reasonsOn({ reasons: [own] }, own.list, '2026-12-31').some(({ code }) => code === 'too_far')).toBe(false);
    expect(reasonsOn({ reasons: [own] }, own.list, '2027-01-01').some(({ code }) => code === 'too_far')).toBe(true);
    expect(reasonsOf({ reasons: [own] }).at(-1)).toEqual(own);
  });
});
