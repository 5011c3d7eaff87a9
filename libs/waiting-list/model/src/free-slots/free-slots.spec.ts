import { daysAfter } from '@lotse/kernel';
import { poolAt } from './free-slots.rules';

describe('a slot that fits nobody', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

  it('is left to the clinic for as long as the county says', () => {
    expect(poolAt(daysAfter(now, 5), now, { poolAfterHours: 4 })).toEqual(inHours(4));
    expect(poolAt(daysAfter(now, 5), now, { poolAfterHours: 0 })).toEqual(now);
  });

  it('goes on at once when there is little time', () => {
    expect(poolAt(inHours(71), now, { poolAfterHours: 24 })).toEqual(now);
    expect(poolAt(inHours(72), now, { poolAfterHours: 24 })).toEqual(inHours(24));
  });
});
