import { instantAt } from '@lotse/kernel';
import { offeringOf, usualOffering } from '@lotse/region/model';
import fc from 'fast-check';
import { holdOf, isOpenAt, type HoldRules } from './hold';

const hour = 3_600_000;
const day = 24 * hour;
const everyHour: HoldRules = { land: 'DE-BW', offering: offeringOf({}), openingHours: null };
const usual: HoldRules = { land: 'DE-BW', offering: usualOffering, openingHours: null };
const inPlain = (startsAt: Date, now: Date) => holdOf(startsAt, now, everyHour);
/** A Monday, an ordinary week. */
const monday = '2026-03-02';

describe('how long a slot is held where every hour counts', () => {
  const now = instantAt(monday, '03:00');
  it.each([
    ['more than 14 days', 14 * day + 1, 72, false],
    ['14 days', 14 * day, 24, false],
    ['just over 3 days', 3 * day + 1, 24, false],
    ['3 days', 3 * day, 4, false],
    ['just over a day', day + 1, 4, false],
    ['a day', day, 1, true],
    ['two hours', 2 * hour, 1, true],
  ])('%s before the start', (_, notice, hours, byPhone) => {
    const hold = inPlain(new Date(now.getTime() + notice), now)!;
    expect([(hold.until.getTime() - now.getTime()) / hour, hold.lead.byPhone, hold.goesOutAt]).toEqual([hours, byPhone, now]);
  });

  it('ends a minute before the slot begins, when that is sooner; and when it begins at once, nobody can be asked', () => {
    const startsAt = new Date(now.getTime() + hour / 2);
    expect(inPlain(startsAt, now)!.until).toEqual(new Date(startsAt.getTime() - 60_000));
    expect(inPlain(new Date(now.getTime() + 30_000), now)).toBeUndefined();
  });
});

describe('how long a slot is held for a practice that opens and closes', () => {
  const hold = (startsAt: Date, now: Date, rules = usual) => {
    const found = holdOf(startsAt, now, rules);
    return found && [found.goesOutAt, found.until];
  };
  const far = instantAt('2026-03-30', '09:00');

  it.each([
    ['in the morning, for four hours', monday, '09:00', ['2026-03-04', '08:30'], [monday, '09:00'], [monday, '13:00']],
    ['in the afternoon: an hour after they are back', monday, '16:00', ['2026-03-04', '12:00'], [monday, '16:00'], ['2026-03-03', '09:00']],
    ['at night: it goes out in the morning', monday, '22:00', ['2026-03-05', '08:00'], ['2026-03-03', '08:00'], ['2026-03-03', '12:00']],
    [
      'on a Saturday: it goes out on Monday',
      '2026-03-07',
      '10:00',
      ['2026-03-13', '10:00'],
      ['2026-03-09', '08:00'],
      ['2026-03-10', '08:00'],
    ],
    [
      'on Friday afternoon for Monday noon',
      '2026-03-06',
      '17:30',
      ['2026-03-09', '12:00'],
      ['2026-03-06', '17:30'],
      ['2026-03-09', '09:00'],
    ],
    ['for the next morning: until they close', monday, '17:30', ['2026-03-03', '08:00'], [monday, '17:30'], [monday, '18:00']],
    ['over Easter, which is closed', '2026-04-02', '17:00', ['2026-04-09', '10:00'], ['2026-04-02', '17:00'], ['2026-04-07', '09:00']],
    [
      'on the night the clocks go forward',
      '2026-03-28',
      '23:30',
      ['2026-03-31', '09:00'],
      ['2026-03-30', '08:00'],
      ['2026-03-30', '12:00'],
    ],
  ] as const)('%s', (_, onDay, at, starts, goesOut, until) => {
    const expected = [goesOut, until].map(([dayOf, clock]) => instantAt(dayOf!, clock));
    expect(hold(instantAt(starts[0], starts[1]), instantAt(onDay, at))).toEqual(expected);
  });

  it('nobody there answers before the slot begins: nobody can be asked', () => {
    expect(hold(instantAt('2026-03-03', '07:30'), instantAt(monday, '20:30'))).toBeUndefined();
  });

  it('holds for hours of its own, a lunch break and a Saturday', () => {
    const own = {
      ...usual,
      openingHours: [
        { weekday: 6, from: '09:00', to: '12:00' },
        { weekday: 1, from: '14:00', to: '18:00' },
        { weekday: 1, from: '08:00', to: '12:00' },
      ],
    };
    expect(hold(far, instantAt(monday, '12:30'), own)?.[0]).toEqual(instantAt(monday, '14:00'));
    expect(hold(far, instantAt('2026-03-06', '10:00'), own)?.[0]).toEqual(instantAt('2026-03-07', '09:00'));
  });

  it('quiet hours of the county hold for whoever is open at night', () => {
    const nights = { ...usual, openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })) };
    expect(hold(far, instantAt(monday, '23:00'), nights)?.[0]).toEqual(instantAt('2026-03-03', '08:00'));
    expect(isOpenAt(nights, instantAt(monday, '19:59'))).toBe(true);
    expect(isOpenAt(nights, instantAt(monday, '20:01'))).toBe(false);
  });
});

describe('a hold, whenever and for whomever it is made', () => {
  const stretch = fc
    .record({ weekday: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 22 }), length: fc.integer({ min: 1, max: 12 }) })
    .map(({ weekday, from, length }) => ({
      weekday,
      from: `${String(from).padStart(2, '0')}:00`,
      to: `${String(Math.min(24, from + length)).padStart(2, '0')}:00`,
    }));
  const rules = fc.record({
    land: fc.constantFrom('DE-BW', 'DE-BE', 'DE-SN'),
    openingHours: fc.option(fc.array(stretch, { minLength: 1, maxLength: 12 })),
    offering: fc.constantFrom(
      usualOffering,
      offeringOf({}),
      { ...usualOffering, quietHours: null },
      { ...usualOffering, usualHours: null },
    ),
  });
  const year = Date.parse('2026-01-01T00:00:00Z');

  it('ends after it went out, before the slot begins, and never while nobody is there', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 366 * 24 * 60 }), fc.integer({ min: 1, max: 40 * 24 * 60 }), (given, minute, notice) => {
        const now = new Date(year + minute * 60_000);
        const startsAt = new Date(now.getTime() + notice * 60_000);
        const hold = holdOf(startsAt, now, given);
        if (!hold) return true;
        const isInOrder = now <= hold.goesOutAt && hold.goesOutAt < hold.until && hold.until < startsAt;
        return isInOrder && isOpenAt(given, hold.goesOutAt) && isOpenAt(given, hold.until);
      }),
      { numRuns: 2_000, seed: 49 },
    );
  });

  it('is never shorter than the table says unless the slot or the last opening before it comes first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 }), fc.integer({ min: 1, max: 40 * 24 * 60 }), (minute, notice) => {
        const now = new Date(year + minute * 60_000);
        const startsAt = new Date(now.getTime() + notice * 60_000);
        const hold = holdOf(startsAt, now, usual);
        if (!hold) return true;
        const asWanted = hold.until.getTime() - hold.goesOutAt.getTime() >= hold.lead.holdMinutes * 60_000;
        return asWanted || !isOpenAt(usual, new Date(hold.until.getTime() + 60_000)) || hold.until.getTime() >= startsAt.getTime() - 60_000;
      }),
      { numRuns: 1_000, seed: 50 },
    );
  });
});
