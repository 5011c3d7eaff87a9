import { urgencies } from '@lotse/region/model';
import fc from 'fast-check';
import { comesBefore, explainRank, inOrder, shareOfTarget, targetDay, type RankInput } from './next-in-line';

const now = new Date('2026-03-02T09:00:00Z');
const day = 86_400_000;
const targets = [0, 2, 9.8, 14, 28, 84];

const entry: fc.Arbitrary<RankInput> = fc
  .record({ id: fc.uuid(), band: fc.integer({ min: 1, max: 5 }), waitedDays: fc.integer({ min: -1, max: 300 }), hours: fc.nat(23) })
  .map(({ id, band, waitedDays, hours }) => ({
    id,
    band,
    urgency: urgencies[band]!,
    targetDays: targets[band]!,
    receivedAt: new Date(now.getTime() - waitedDays * day - hours * 3_600_000),
  }));
const list = fc.uniqueArray(entry, { selector: ({ id }) => id, minLength: 2, maxLength: 40 });
const idsOf = (entries: readonly RankInput[]) => inOrder(entries, now).map((ranked) => ranked.entry.id);
const waitedFor = (days: number, change: Partial<RankInput> = {}): RankInput => ({
  id: `waits-${days}`,
  band: 5,
  urgency: 'routine',
  targetDays: 84,
  receivedAt: new Date(now.getTime() - days * day),
  ...change,
});

describe('the order of a waiting list', () => {
  it('is a total order: nobody ties, and of three the order of two pairs decides the third', () => {
    fc.assert(
      fc.property(list, (entries) => {
        const sign = (first: RankInput, second: RankInput) => Math.sign(comesBefore(first, second, now));
        for (const first of entries) {
          for (const second of entries) {
            if (first === second) continue;
            if (sign(first, second) === 0 || sign(first, second) !== -sign(second, first)) return false;
          }
        }
        const ordered = inOrder(entries, now).map((ranked) => ranked.entry);
        return ordered.every((first, index) => ordered.slice(index + 1).every((second) => sign(first, second) < 0));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order in which entries are read', () => {
    fc.assert(
      fc.property(
        list.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))),
        ([entries, shuffled]) => expect(idsOf(shuffled)).toEqual(idsOf(entries)),
      ),
    );
  });

  it('gives the same order again for the same instant', () => {
    fc.assert(fc.property(list, (entries) => expect(idsOf(structuredClone(entries))).toEqual(idsOf(entries))));
  });

  it('never lets anybody pass bands 1 and 2, however long they have waited', () => {
    fc.assert(
      fc.property(list, (entries) => {
        const bands = inOrder(entries, now).map(({ entry: { band } }) => Math.min(band, 3));
        return bands.every((band, index) => index === 0 || bands[index - 1]! <= band);
      }),
    );
  });

  it('lets whoever waits past the target rise above everybody of bands 3 to 5 who does not, so that nobody starves', () => {
    fc.assert(
      fc.property(list, (entries) => {
        const late = inOrder(entries, now)
          .filter(({ entry: { band } }) => band > 2)
          .map(({ entry: waiting }) => shareOfTarget(waiting, now) > 1);
        return late.every((isLate, index) => !isLate || index === 0 || late[index - 1] === true);
      }),
    );
  });

  it('counts from 1 without a gap', () => {
    fc.assert(fc.property(list, (entries) => inOrder(entries, now).every(({ rank }, index) => rank === index + 1)));
  });

  it('leaves what it was given as it was', () => {
    const given = [waitedFor(1), waitedFor(90), waitedFor(3)];
    inOrder(given, now);
    expect(given.map(({ id }) => id)).toEqual(['waits-1', 'waits-90', 'waits-3']);
  });

  it.each([
    ['band before waiting time', waitedFor(1, { band: 4, targetDays: 28 }), waitedFor(60), 'first'],
    [
      'share of the target before the date',
      waitedFor(10, { targetDays: 14, band: 4 }),
      waitedFor(12, { targetDays: 28, band: 4 }),
      'first',
    ],
    ['a breach of band 5 before a fresh band 3', waitedFor(85), waitedFor(1, { band: 3, targetDays: 14 }), 'first'],
    ['a breach after a fresh band 2', waitedFor(400), waitedFor(0, { band: 2, targetDays: 9.8 }), 'second'],
    ['the earlier date when everything else is equal', waitedFor(-2, { id: 'b' }), waitedFor(-1, { id: 'a' }), 'second'],
    ['the id when even the date is equal', waitedFor(5, { id: 'a' }), waitedFor(5, { id: 'b' }), 'first'],
  ] as const)('%s', (_, first, second, winner) => {
    expect(inOrder([first, second], now)[0]!.entry).toBe(winner === 'first' ? first : second);
  });
});

describe('the reason for a rank', () => {
  it('names the facts, counted in calendar days of the county', () => {
    const received = new Date('2026-02-28T23:30:00Z');
    expect(explainRank({ ...waitedFor(0), receivedAt: received }, now)).toMatchObject({
      code: 'band',
      receivedOn: '2026-03-01',
      waitedDays: 1,
      targetDays: 84,
    });
  });

  it('says breach only where it raised somebody', () => {
    expect(explainRank(waitedFor(85), now).code).toBe('breach');
    expect(explainRank(waitedFor(85, { band: 2, targetDays: 9.8 }), now).code).toBe('band');
  });

  it('knows the day on which the target is used up', () => {
    expect(targetDay({ receivedAt: now, targetDays: 9.8 })).toBe('2026-03-12');
  });
});
