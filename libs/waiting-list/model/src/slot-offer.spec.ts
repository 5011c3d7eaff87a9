import { isLiveOffer, slotOfferLifecycle } from './slot-offer';

const answers = {
  accept: 'accepted',
  decline: 'declined',
  expire: 'expired',
  withdraw: 'withdrawn',
  supersede: 'superseded',
  give_up: 'undeliverable',
};
const life: Record<string, Record<string, string>> = { deferred: { send: 'sent', ...answers }, sent: answers };
const { states, acts } = slotOfferLifecycle;
const everything = states.flatMap((state) => acts.map((act) => [state, act, life[state]?.[act]] as const));

describe('the life of a slot offer', () => {
  it('has no state that cannot be reached', () => {
    expect([...slotOfferLifecycle.reachable()].sort()).toEqual([...states].sort());
  });

  it.each(everything)('%s + %s -> %s', (state, act, next) => {
    expect(slotOfferLifecycle.next(state, act)).toBe(next);
  });

  it('is answered once: every answer is final, and only what was not answered runs', () => {
    expect(states.filter(slotOfferLifecycle.isFinal)).toEqual(Object.values(answers));
    expect(states.filter(isLiveOffer)).toEqual(['deferred', 'sent']);
  });
});
