import { daysAfter } from '@lotse/kernel';
import { slotAt, somebody as somebodyWhoFits } from '../fitness.fixture';
import { rankEvidence } from '../rank-evidence';
import { placesOf, whoFits, type Waiting } from '../places';
import { replayAll, replayOffer, type DecidedOffer, type NamedOffer } from './replay';

const at = new Date('2026-03-02T09:00:00Z');
const somebody = (id: string, band: number, targetDays: number, waitedDays: number, change: Partial<Waiting> = {}): Waiting => ({
  id,
  urgency: 'routine',
  band,
  targetDays,
  receivedAt: daysAfter(at, -waitedDays),
  ...somebodyWhoFits,
  ...change,
});
const list = [
  somebody('a', 5, 84, 80, { hadThisSlotOffered: true }),
  somebody('b', 5, 84, 75),
  ...Array.from({ length: 12 }, (_, index) => somebody(`c${index}`, 4, 28, index)),
];
const rule = { serviceId: null, version: 3, order: { firstBands: 2, risesAt: 80 } };

function decided(entryId: string, change: Partial<DecidedOffer> = {}): DecidedOffer {
  const places = placesOf(list, at, 0, rule.order);
  const { excluded } = whoFits(slotAt(new Date(at.getTime() + 1e9)), places, at);
  const evidence = JSON.parse(JSON.stringify(rankEvidence({ places, excluded, rule }, entryId, at)));
  const rank = places.find(({ entry }) => entry.id === entryId)!.rank!;
  return {
    offeredAt: at,
    entryId,
    askedWith: [],
    rank,
    outOfTurn: false,
    ruleVersion: 3,
    evidence,
    keptOrder: rule.order,
    keptFrom: '2026-02-01',
    ...change,
  };
}

describe('an offer that is decided again', () => {
  it('comes out as it was: the first whom the slot fitted, or whoever was taken out of turn with a reason', () => {
    expect(replayOffer(decided('b'))).toEqual([]);
    expect(replayOffer(decided('c0', { outOfTurn: true }))).toEqual([]);
  });

  it('comes out as it was where several were asked at once, and says so where somebody between them was left out', () => {
    const round = ['b', 'c11', 'c10'].map((id, _, all) => decided(id, { askedWith: all.filter((other) => other !== id) }));
    expect(round.map(replayOffer)).toEqual([[], [], []]);
    expect(replayOffer(decided('c9', { askedWith: ['b', 'c11'] }))).toEqual(['turn']);
  });

  it('says what differs', () => {
    expect(replayOffer(decided('c11'))).toEqual(['turn']);
    expect(replayOffer(decided('b', { rank: 1 }))).toEqual(['rank']);
    expect(replayOffer(decided('b', { entryId: 'c11' }))).toContain('entry');
    expect(replayOffer(decided('b', { keptOrder: { firstBands: 2, risesAt: 100 } }))).toEqual(['rule']);
    expect(replayOffer(decided('b', { keptOrder: null }))).toEqual(['rule']);
    expect(replayOffer(decided('b', { keptFrom: '2026-03-03' }))).toEqual(['rule']);
    expect(replayOffer(decided('b', { ruleVersion: 2 }))).toEqual(['rule']);
    expect(replayOffer(decided('b', { offeredAt: new Date(at.getTime() + 60_000) }))).toEqual(['instant']);
    const swapped = decided('b');
    swapped.evidence.order.reverse();
    expect(replayOffer(swapped)).toEqual(['order']);
  });

  it('is counted with others by the version that decided it', async () => {
    async function* offers(): AsyncGenerator<NamedOffer> {
      yield { ...decided('b'), id: '01890000-0000-7000-8000-0000000000a1', serviceName: 'Ambulanz' };
      yield { ...decided('c11'), id: '01890000-0000-7000-8000-0000000000a2', serviceName: 'Ambulanz' };
    }
    expect(await replayAll(offers())).toEqual({
      offers: 2,
      outOfTurn: 0,
      differing: 1,
      rules: [{ serviceName: null, version: 3, offers: 2 }],
      differences: [{ number: 'A-0000A2', at: at.toISOString(), serviceName: 'Ambulanz', what: ['turn'] }],
    });
  });
});
