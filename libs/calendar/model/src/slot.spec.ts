import { slotLifecycle } from './slot';

describe('the life of a slot', () => {
  it('has no state that cannot be reached', () => {
    expect([...slotLifecycle.reachable()].sort()).toEqual([...slotLifecycle.states].sort());
  });

  it.each([
    ['open', 'hold', 'held'],
    ['open', 'take', 'taken'],
    ['open', 'release', undefined],
    ['open', 'cancel', 'cancelled'],
    ['open', 'block', 'blocked'],
    ['open', 'unblock', undefined],
    ['held', 'block', undefined],
    ['held', 'unblock', undefined],
    ['taken', 'block', undefined],
    ['taken', 'unblock', undefined],
    ['blocked', 'hold', undefined],
    ['blocked', 'take', undefined],
    ['blocked', 'release', undefined],
    ['blocked', 'block', undefined],
    ['blocked', 'unblock', 'open'],
    ['blocked', 'cancel', 'cancelled'],
    ['cancelled', 'block', undefined],
    ['cancelled', 'unblock', undefined],
    ['held', 'hold', undefined],
    ['held', 'take', 'taken'],
    ['held', 'release', 'open'],
    ['held', 'cancel', 'cancelled'],
    ['taken', 'hold', undefined],
    ['taken', 'take', undefined],
    ['taken', 'release', 'open'],
    ['taken', 'cancel', 'cancelled'],
    ['cancelled', 'hold', undefined],
    ['cancelled', 'take', undefined],
    ['cancelled', 'release', undefined],
    ['cancelled', 'cancel', undefined],
  ] as const)('%s + %s -> %s', (state, act, next) => {
    expect(slotLifecycle.next(state, act)).toBe(next);
  });

  it('ends only when it is cancelled', () => {
    expect(slotLifecycle.states.filter(slotLifecycle.isFinal)).toEqual(['cancelled']);
  });
});
