import type { Referral, ReferralState } from '@lotse/referral/model';
import { journeyOf } from './journey-of';

const on = (state: ReferralState, ...states: ReferralState[]) => {
  const steps = [...states, state].map((toState, index) => ({ toState, at: `2026-11-0${index + 1}T08:00:00Z` })) as Referral['steps'];
  return journeyOf({ state, steps })
    .map((station) => station.state[0])
    .join('');
};

describe('the way of a referral', () => {
  it('begins with nothing', () => expect(on('draft')).toBe('ooooooo'));
  it('stands in triage while a question is open', () => expect(on('info_requested', 'requested', 'received', 'in_triage')).toBe('ddcoooo'));
  it('counts stations that were jumped over as done', () => expect(on('booked', 'requested', 'received')).toBe('dddddco'));
  it('waits for the outcome in service', () => expect(on('in_service', 'requested')).toBe('dddddco'));
  it('is all done when the outcome was acknowledged', () => expect(on('closed', 'requested')).toBe('ddddddd'));
  it('stops where it was returned', () => expect(on('returned', 'requested', 'received')).toBe('dsooooo'));
});
