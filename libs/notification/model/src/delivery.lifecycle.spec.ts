import { attemptsAtMost, deliveryLifecycle, pauseAfter } from './delivery.lifecycle';

const life: Record<string, Record<string, string>> = {
  queued: { claim: 'sending' },
  sending: { claim: 'sending', confirm: 'sent', suppress: 'suppressed', put_back: 'queued', give_up: 'dead' },
};
const { states, acts } = deliveryLifecycle;
const everything = states.flatMap((state) => acts.map((act) => [state, act, life[state]?.[act]] as const));

describe('the life of a delivery', () => {
  it('has no state that cannot be reached', () => {
    expect([...deliveryLifecycle.reachable()].sort()).toEqual([...states].sort());
  });

  it.each(everything)('%s + %s -> %s', (state, act, next) => {
    expect(deliveryLifecycle.next(state, act)).toBe(next);
  });

  it('waits longer after every failure, and never more than an hour', () => {
    const pauses = Array.from({ length: attemptsAtMost }, (_, index) => pauseAfter(index + 1));
    expect(pauses).toEqual([30, 120, 480, 1_920, 3_600, 3_600, 3_600, 3_600]);
  });
});
