import type { Referral, ReferralState } from '@lotse/referral/model';
import { journeyOf } from './journey-of';

const on = (state: ReferralState, ...states: ReferralState[]) => {
  const steps = [...states, state].map((toState, index) => ({ toState, at: `2026-11-0${index + 1}T08:00:00Z` })) as Referral['steps'];
  return journeyOf({ state, steps })
    .map((station) => station.state[0])
    .join('');
};

const daysOf = (state: ReferralState, ...states: ReferralState[]) => {
  const steps = [...states, state].map((toState, index) => ({ toState, at: `2026-11-0${index + 1}T08:00:00Z` })) as Referral['steps'];
  return Object.fromEntries(journeyOf({ state, steps }).map(({ station, at }) => [station, at && Number(at.slice(8, 10))]));
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
  it('is on the list since it was put there, whatever was offered and lost meanwhile', () => {
    expect(daysOf('offered', 'received', 'accepted', 'waitlisted', 'offered', 'waitlisted').waitlist).toBe(3);
    expect(daysOf('rebook_required', 'received', 'accepted', 'waitlisted', 'offered', 'booked').waitlist).toBe(3);
    expect(daysOf('booked', 'received', 'accepted', 'waitlisted', 'booked', 'rebook_required', 'booked')).toMatchObject({
      waitlist: 3,
      appointment: 7,
    });
  });
  it('begins anew with whoever it is sent to next', () => {
    const after = daysOf('waitlisted', 'requested', 'accepted', 'waitlisted', 'returned', 'requested', 'received', 'accepted');
    expect(after).toMatchObject({ sent: 1, received: 6, accepted: 7, waitlist: 8 });
  });
});
