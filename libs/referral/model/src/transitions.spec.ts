import { referralLifecycle, type ReferralAct, type ReferralState } from './referral.lifecycle';
import { transitions } from './transitions.fixture';

const expected = new Map(transitions.flatMap(({ act, from, to }) => from.map((state) => [`${state} ${act}`, to] as const)));

describe('the life and what was written down', () => {
  it('38 acts besides creating, 19 states', () => {
    expect([transitions.length, referralLifecycle.acts.length, referralLifecycle.states.length]).toEqual([38, 38, 19]);
  });

  it.each(referralLifecycle.states.flatMap((state) => referralLifecycle.acts.map((act) => [state, act] as const)))(
    '%s, %s',
    (state: ReferralState, act: ReferralAct) => {
      const to = expected.get(`${state} ${act}`);
      expect(referralLifecycle.allows(state, act)).toBe(to !== undefined);
      expect(referralLifecycle.next(state, act, 'waitlisted')).toBe(to === 'before' ? 'waitlisted' : to);
    },
  );
});
