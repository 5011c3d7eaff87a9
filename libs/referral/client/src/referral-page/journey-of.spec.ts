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
  it('ticks no station that was jumped over', () => expect(on('booked', 'requested', 'received', 'accepted')).toBe('ddjdjco'));
  it('was sent, although not here, when it came on paper', () => expect(on('accepted', 'received')).toBe('ddjcooo'));
  it('waits for the outcome in service', () => expect(on('in_service', 'requested', 'received', 'accepted', 'waitlisted')).toBe('ddjddco'));
  it('is at its end when the outcome was acknowledged', () =>
    expect(on('closed', 'requested', 'received', 'in_triage', 'accepted', 'waitlisted', 'booked', 'outcome_sent')).toBe('ddddddd'));
  it('stops where it was returned', () => expect(on('returned', 'requested', 'received')).toBe('dsooooo'));
});
