import fc from 'fast-check';
import { partsOf, ruleOf, seriesRuleSchema, weekdays, type RuleParts } from './series';

const some = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 });
const parts: fc.Arbitrary<RuleParts> = fc
  .record({
    every: fc.constantFrom('day', 'week', 'month'),
    interval: fc.integer({ min: 1, max: 12 }),
    on: some,
    nth: fc.constantFrom(1, 2, 3, 4, -1),
  })
  .map((found) => ({
    ...found,
    on: found.every === 'day' ? [] : found.every === 'month' ? found.on.slice(0, 1) : weekdays.filter((day) => found.on.includes(day)),
    nth: found.every === 'month' ? found.nth : 1,
  }));

describe('the rule of a series', () => {
  it('is written as RFC 5545 writes it, and read back as it was chosen', () => {
    fc.assert(
      fc.property(parts, (chosen) => {
        const rule = ruleOf(chosen);
        expect(seriesRuleSchema.safeParse(rule).success).toBe(true);
        expect(partsOf(rule)).toEqual(chosen);
      }),
      { seed: 45 },
    );
  });

  it.each([
    ['every Monday and Wednesday', { every: 'week', interval: 1, on: ['WE', 'MO'], nth: 1 }, 'FREQ=WEEKLY;BYDAY=MO,WE'],
    ['every other Friday', { every: 'week', interval: 2, on: ['FR'], nth: 1 }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['the last Thursday of a month', { every: 'month', interval: 1, on: ['TH'], nth: -1 }, 'FREQ=MONTHLY;BYDAY=-1TH'],
  ] as const)('%s', (_, chosen, rule) => {
    expect(ruleOf(chosen)).toBe(rule);
  });

  it.each([
    'FREQ=SECONDLY',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101',
    'FREQ=MONTHLY;BYDAY=5MO',
    'x',
  ])('refuses %s', (rule) => {
    expect(seriesRuleSchema.safeParse(rule).success).toBe(false);
  });
});
