import { daysAfter } from '@lotse/kernel';
import { somebody as somebodyWhoFits } from '../fitness.fixture';
import { placesOf, type Waiting } from '../places';
import { rankEvidence } from '../rank-evidence';
import { decisionOf } from './offer-decision';

const at = new Date('2026-03-02T09:00:00Z');
const list = Array.from({ length: 14 }, (_, index): Waiting => ({
  ...somebodyWhoFits,
  id: `e${index}`,
  urgency: 'routine',
  band: 5,
  targetDays: 84,
  receivedAt: daysAfter(at, index - 100),
}));
const places = placesOf(list, at);
const excluded = places.slice(0, 11).map((place) => ({ place, why: 'paused' as const }));
const kept = (entryId: string) => JSON.parse(JSON.stringify(rankEvidence({ places, excluded }, entryId, at)));

describe('what an offer was decided on', () => {
  it('is the first ten with their reasons, the first whom the slot fitted and the one who was offered it', () => {
    const decision = decisionOf(kept('e13'), 14);
    expect(decision).toMatchObject({ decidedAt: at.toISOString(), rank: 14, rule: { version: 0 }, comesOutTheSame: true });
    expect(decision.places.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null, 14]);
    expect(decision.places.map(({ why }) => why)).toEqual([...Array(10).fill('paused'), null, null]);
    expect(decision.places.filter(({ isChosen }) => isChosen)).toMatchObject([{ position: 14, reason: { waitedDays: 87 } }]);
    expect(decision.places[0]!.reason).toMatchObject({ code: 'breach', waitedDays: 100 });
  });

  it('says when it does not come out the same', () => {
    const evidence = kept('e11');
    evidence.order.reverse();
    expect(decisionOf(evidence, 12).comesOutTheSame).toBe(false);
  });
});
