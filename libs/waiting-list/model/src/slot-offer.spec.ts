import fc from 'fast-check';
import { holdDuration, holdEnds, slotOfferLifecycle } from './slot-offer';

const hour = 3_600_000;
const day = 24 * hour;
const now = new Date('2026-03-02T09:00:00Z');
const inFuture = (milliseconds: number) => new Date(now.getTime() + milliseconds);

const life: Record<string, Record<string, string>> = {
  sent: { accept: 'accepted', decline: 'declined', expire: 'expired', withdraw: 'withdrawn' },
};
const { states, acts } = slotOfferLifecycle;
const everything = states.flatMap((state) => acts.map((act) => [state, act, life[state]?.[act]] as const));

describe('the life of a slot offer', () => {
  it('has no state that cannot be reached', () => {
    expect([...slotOfferLifecycle.reachable()].sort()).toEqual([...states].sort());
  });

  it.each(everything)('%s + %s -> %s', (state, act, next) => {
    expect(slotOfferLifecycle.next(state, act)).toBe(next);
  });

  it('is answered once: every answer is final', () => {
    expect(states.filter(slotOfferLifecycle.isFinal)).toEqual(['accepted', 'declined', 'expired', 'withdrawn']);
  });
});

describe('how long a slot is held', () => {
  it.each([
    ['more than 14 days', 14 * day + 1, 72 * hour],
    ['14 days', 14 * day, 24 * hour],
    ['just over 3 days', 3 * day + 1, 24 * hour],
    ['3 days', 3 * day, 4 * hour],
    ['just over a day', day + 1, 4 * hour],
    ['a day', day, hour],
    ['two hours', 2 * hour, hour],
  ])('%s before the start', (_, notice, held) => {
    expect(holdDuration(inFuture(notice), now)).toBe(held);
  });

  it('never goes on after the slot has begun', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * day }), (notice) => {
        const startsAt = inFuture(notice);
        const ends = holdEnds(startsAt, now);
        return ends <= startsAt && ends > now;
      }),
    );
  });
});
