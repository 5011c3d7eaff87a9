import { daysAfter } from '@lotse/kernel';
import fc from 'fast-check';
import type { RankEvidence } from '../rank-evidence';
import { smallBelow, sumOf, withoutSmall, type MovedGroup } from './small-cells';
import { movementOf, movesOfChoice } from './what-if';

const cell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 }));
const groups: fc.Arbitrary<MovedGroup[]> = fc
  .array(fc.record({ earlier: cell, later: cell, same: cell }), { maxLength: 12 })
  .map((all) => all.map((one, index) => ({ key: `g${index}`, ...one })));
const numbersOf = ({ earlier, later, same }: Omit<MovedGroup, 'key'>) => [earlier, later, same];
const isSmall = (count: number) => count > 0 && count < smallBelow;

describe('small numbers', () => {
  it('never stand anywhere', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const shown = withoutSmall(all);
        if (!shown) return true;
        return [...shown.groups, ...(shown.others ? [shown.others] : [])].flatMap(numbersOf).every((count) => !isSmall(count));
      }),
    );
  });

  it('cannot be found by taking what is shown from the sum: what is left is at least as large', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const shown = withoutSmall(all);
        if (!shown) return true;
        const [total, seen] = [numbersOf(sumOf(all)), numbersOf(sumOf(shown.groups))];
        const left = total.map((count, index) => count - seen[index]!);
        const others = shown.others ? numbersOf(shown.others) : [0, 0, 0];
        return left.every((count, index) => count === others[index] && !isSmall(count));
      }),
    );
  });

  it('are hidden together with others: of whom something small is hidden, the numbers stand only in a sum with others', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const shown = withoutSmall(all);
        const small = all.filter((group) => numbersOf(group).some(isSmall));
        if (small.length === 0) return true;
        return (
          shown === null ||
          (shown.others !== null && shown.others.groups >= 2 && small.every(({ key }) => !shown.groups.some((group) => group.key === key)))
        );
      }),
    );
  });

  it('leave as much as can be shown, and nothing at all of very few', () => {
    const group = (key: string, earlier: number, same: number): MovedGroup => ({ key, earlier, later: 0, same });
    expect(withoutSmall([group('a', 9, 20), group('b', 2, 11), group('c', 6, 7), group('d', 0, 40)])).toEqual({
      groups: [group('d', 0, 40), group('a', 9, 20)],
      others: { earlier: 8, later: 0, same: 18, groups: 2 },
    });
    expect(withoutSmall([group('a', 2, 20)])).toBeNull();
    expect(withoutSmall([])).toEqual({ groups: [], others: null });
  });
});

describe('what another rule would do', () => {
  it('is counted by municipality, age group and band, each without small numbers', () => {
    const move = (municipality: string, age: string, moved: number, count: number) => ({ municipality, age, band: '5', moved, count });
    const found = movementOf([move('08336050', '25_44', 1, 12), move('08336050', '65_plus', -1, 9), move('08336081', '25_44', 0, 3)]);
    expect(found).toMatchObject({ people: 24, sum: null });
    expect(found.by.municipality).toBeNull();
    const more = movementOf([move('08336050', '25_44', 1, 12), move('08336050', '65_plus', -1, 9), move('08336081', '25_44', 0, 7)]);
    expect(more.sum).toEqual({ earlier: 12, later: 9, same: 7 });
    expect(more.by.municipality!.groups.map(({ key }) => key)).toEqual(['08336050', '08336081']);
  });

  it('of an offer: who would have got it and who would not, among those whom it fitted', () => {
    const at = new Date('2026-03-02T09:00:00Z');
    const ago = (days: number) => daysAfter(at, -days).toISOString();
    const evidence: RankEvidence = {
      rule: { serviceId: null, version: 0, order: { firstBands: 2, risesAt: 100 } },
      at: at.toISOString(),
      entryId: 'fresh',
      order: [
        { id: 'fresh', urgency: 'acute_treatment', band: 3, targetDays: 14, receivedAt: ago(2) },
        { id: 'nearly', urgency: 'routine', band: 5, targetDays: 84, receivedAt: ago(80) },
        { id: 'away', urgency: 'routine', band: 5, targetDays: 84, receivedAt: ago(83), why: 'suspended' },
      ],
    };
    const people = { fresh: { ags: '08336050', age: '25_44' }, nearly: { ags: null, age: '65_plus' } };
    expect(movesOfChoice({ evidence, asked: ['fresh'], people }, { firstBands: 2, risesAt: 80 })).toEqual([
      { municipality: '', age: '65_plus', band: '5', moved: 1, count: 1 },
      { municipality: '08336050', age: '25_44', band: '3', moved: -1, count: 1 },
    ]);
    expect(movesOfChoice({ evidence, asked: ['fresh'], people }, { firstBands: 2, risesAt: 100 })).toMatchObject([{ moved: 0, band: '3' }]);
  });

  it('of several who were asked at once: nobody comes earlier or later as long as the same would be asked', () => {
    const at = new Date('2026-03-02T09:00:00Z');
    const input = (id: string, days: number) =>
      ({ id, urgency: 'routine', band: 5, targetDays: 84, receivedAt: daysAfter(at, -days).toISOString() }) as const;
    const order = [
      input('first', 100),
      input('second', 90),
      { ...input('third', 10), urgency: 'soon' as const, band: 4 },
      input('fourth', 60),
    ];
    const rule = { serviceId: null, version: 0, order: { firstBands: 2, risesAt: 100 } };
    const evidence: RankEvidence = { rule, at: at.toISOString(), entryId: 'first', order };
    const people = Object.fromEntries(order.map(({ id }) => [id, { ags: '08336050', age: '25_44' }]));
    const movesUnder = (firstBands: 2 | 3, risesAt: number | null, asked: string[]) =>
      movesOfChoice({ evidence, asked, people }, { firstBands, risesAt }).map(({ band, moved }) => [band, moved]);
    expect(movesUnder(2, 100, ['first', 'second', 'third'])).toEqual([['5', 0], ['5', 0], ['4', 0]]); // prettier-ignore
    expect(movesUnder(2, null, ['first', 'second', 'third'])).toEqual([['5', 0], ['5', 0], ['5', 1], ['4', -1]]); // prettier-ignore
  });
});
