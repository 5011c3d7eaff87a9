import type { Referral } from '@lotse/referral/model';
import { proposedReturnOf } from './proposal-of';

const proposed = {
  act: 'decline_proposed',
  fromState: 'accepted',
  toState: 'accepted',
  at: '2026-11-03T08:00:00Z',
  staffName: 'Kim Muster',
  note: 'no_capacity · Bis Ostern · voll · Im Januar noch einmal fragen',
  undone: false,
};
const referral = (state: string, ...steps: object[]) => ({ state, steps }) as unknown as Referral;

describe('a return without anything instead that was proposed', () => {
  it('is confirmed with what was proposed, by the act that the state permits', () => {
    expect(proposedReturnOf(referral('accepted', proposed))).toEqual({
      act: 'hand_back',
      answers: { reason: 'no_capacity', way: 'none', comment: 'Bis Ostern · voll', wayForward: 'Im Januar noch einmal fragen' },
      byName: 'Kim Muster',
      at: proposed.at,
    });
    expect(proposedReturnOf(referral('in_triage', proposed))?.act).toBe('decline');
  });

  it('waits no longer once the referral has moved, or is over', () => {
    expect(
      proposedReturnOf(referral('waitlisted', proposed, { act: 'waitlist', fromState: 'accepted', toState: 'waitlisted' })),
    ).toBeUndefined();
    expect(proposedReturnOf(referral('returned', proposed))).toBeUndefined();
    expect(proposedReturnOf(referral('accepted', { ...proposed, undone: true }))).toBeUndefined();
  });
});
