import { daysAfter, millisecondsPerDay } from '@lotse/kernel';
import { rankRuleOn, urgencies, usualRankOrder, type RankOrder } from '@lotse/region/model';
import fc from 'fast-check';
import { comesBefore, explainRank, inOrder, shareOfTarget, targetDay, type RankInput } from './next-in-line';

const now = new Date('2026-03-02T09:00:00Z');
const targets = [0, 2, 9.8, 14, 28, 84];

const entry: fc.Arbitrary<RankInput> = fc
  .record({ id: fc.uuid(), band: fc.integer({ min: 1, max: 5 }), waitedDays: fc.integer({ min: -1, max: 300 }), hours: fc.nat(23) })
  .map(({ id, band, waitedDays, hours }) => ({
    id,
    band,
    urgency: urgencies[band]!,
    targetDays: targets[band]!,
    receivedAt: new Date(now.getTime() - waitedDays * millisecondsPerDay - hours * 3_600_000),
  }));
const list = fc.uniqueArray(entry, { selector: ({ id }) => id, minLength: 2, maxLength: 40 });
const idsOf = (entries: readonly RankInput[]) => inOrder(entries, now).map((ranked) => ranked.entry.id);
const waitedFor = (days: number, change: Partial<RankInput> = {}): RankInput => ({
  id: `waits-${days}`,
  band: 5,
  urgency: 'routine',
  targetDays: 84,
  receivedAt: daysAfter(now, -days),
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

const orders: fc.Arbitrary<RankOrder> = fc.record({
  firstBands: fc.integer({ min: 1, max: 3 }),
  risesAt: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 10, max: 40 }).map((steps) => steps * 5),
  ),
});

describe('under any rule of a county or a clinic', () => {
  it('it is a total order', () => {
    fc.assert(
      fc.property(list, orders, (entries, order) => {
        const ordered = inOrder(entries, now, order).map((ranked) => ranked.entry);
        return ordered.every((first, index) =>
          ordered
            .slice(index + 1)
            .every((second) => comesBefore(first, second, now, order) < 0 && comesBefore(second, first, now, order) > 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('nobody ever passes the first bands', () => {
    fc.assert(
      fc.property(list, orders, (entries, order) => {
        const bands = inOrder(entries, now, order).map(({ entry: { band } }) => Math.min(band, order.firstBands + 1));
        return bands.every((band, index) => index === 0 || bands[index - 1]! <= band);
      }),
    );
  });

  it('nobody of the other bands starves: once somebody has waited long enough, nobody who joins from then on comes before them', () => {
    fc.assert(
      fc.property(entry, list, orders, fc.integer({ min: 0, max: 400 }), (somebody, others, order, later) => {
        fc.pre(somebody.band > order.firstBands);
        const enough =
          Math.max(0, order.risesAt === null ? 0 : order.risesAt / 100) * Math.max(somebody.targetDays, 1 / 24) * millisecondsPerDay;
        const from = new Date(somebody.receivedAt.getTime() + enough + later * millisecondsPerDay + 60_000);
        const joining = others.filter(({ band }) => band > order.firstBands).map((other) => ({ ...other, receivedAt: from }));
        return joining.every((other) => comesBefore(somebody, other, from, order) < 0);
      }),
    );
  });

  it('of one band with one target whoever was received first comes first', () => {
    fc.assert(
      fc.property(list, orders, (entries, order) =>
        inOrder(entries, now, order).every(({ entry: one }, index, all) =>
          all
            .slice(index + 1)
            .every(({ entry: other }) => other.band !== one.band || one.receivedAt <= other.receivedAt || other.receivedAt >= now),
        ),
      ),
    );
  });

  it('what is usual is the order without a rule', () => {
    fc.assert(fc.property(list, (entries) => expect(inOrder(entries, now, usualRankOrder)).toEqual(inOrder(entries, now))));
  });

  it('is the service’s own from its day on, else the county’s, else the usual one', () => {
    const service = '01890000-0000-7000-8000-000000000001';
    const [early, late, own] = [70, 80, 90].map((risesAt) => ({ firstBands: 2, risesAt }));
    const versions = [
      { serviceId: null, order: early!, version: 1, validFrom: '2026-01-01' },
      { serviceId: null, order: late!, version: 2, validFrom: '2026-03-01' },
      { serviceId: service, order: own!, version: 1, validFrom: '2026-02-01' },
      { serviceId: service, order: null, version: 2, validFrom: '2026-04-01' },
    ];
    const on = (day: string, of: string | null = service) => rankRuleOn(versions, of, day);
    expect(on('2025-12-31')).toEqual({ serviceId: null, version: 0, order: usualRankOrder });
    expect(on('2026-01-15')).toEqual({ serviceId: null, version: 1, order: early });
    expect(on('2026-03-15')).toEqual({ serviceId: service, version: 1, order: own });
    expect(on('2026-03-15', null)).toEqual({ serviceId: null, version: 2, order: late });
    expect(on('2026-04-02')).toEqual({ serviceId: null, version: 2, order: late });
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

  it('says what another rule did', () => {
    const early = explainRank(waitedFor(70), now, { firstBands: 2, risesAt: 80 });
    expect(early).toMatchObject({ code: 'breach', risesAt: 80 });
    expect(explainRank(waitedFor(70), now, { firstBands: 1, risesAt: null })).toMatchObject({ code: 'share', risesAt: null });
    expect(explainRank(waitedFor(20, { band: 3, targetDays: 14 }), now, { firstBands: 3, risesAt: 100 }).code).toBe('band');
  });

  it('knows the day on which the target is used up', () => {
    expect(targetDay({ receivedAt: now, targetDays: 9.8 })).toBe('2026-03-12');
  });
});
