import { actsWhenReceived, choicesOf, type ActItem } from './act-choices';

const items = (...acts: string[]) => acts.map((act) => ({ act, allowed: true, served: true, problem: null })) as ActItem[];

describe('the buttons of a referral', () => {
  it('have one that brings it on, the others in their order', () => {
    expect(choicesOf('received', items('decline', 'accept', 'start_triage'))).toEqual({
      primary: 'start_triage',
      others: ['accept', 'decline'],
      rare: [],
    });
  });

  it('decide at the triage desk', () => {
    expect(choicesOf('received', items('decline', 'redirect', 'accept', 'start_triage'), { atDesk: true })).toEqual({
      primary: 'accept',
      others: ['decline', 'redirect'],
      rare: ['start_triage'],
    });
  });

  it('do not offer first that somebody has come while the appointment is on a later day', () => {
    const possible = items('attend', 'reschedule', 'cancel_appointment');
    expect(choicesOf('booked', possible).primary).toBe('attend');
    expect(choicesOf('booked', possible, { isAhead: true })).toEqual({
      primary: undefined,
      others: ['reschedule', 'cancel_appointment'],
      rare: ['attend'],
    });
  });

  it('are there before receipt is confirmed, as far as one may', () => {
    const acts = actsWhenReceived((permission) => ['referral.accept', 'referral.requestInfo', 'referral.withdraw'].includes(permission));
    expect(acts.map(({ act }) => act)).toEqual(['accept', 'request_info', 'withdraw']);
  });
});
