import { actsWhenReceived, choicesOf, offReasons, untilItsDay, type ActItem } from './act-choices';

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

  it('say that somebody has come from the day of the appointment on, and why not before', () => {
    const appointment = { startsAt: '2026-11-26T09:00:00Z', endsAt: '2026-11-26T09:50:00Z', mode: null, place: '' };
    const at = (now: string) => items('attend', 'reschedule').map(untilItsDay(appointment, new Date(now)));
    expect(choicesOf('booked', at('2026-11-25T23:00:00Z')).primary).toBe('attend');
    expect(choicesOf('booked', at('2026-11-25T22:59:00Z'))).toEqual({ primary: undefined, others: ['reschedule'], rare: [] });
    expect(offReasons(at('2026-11-25T22:59:00Z'))).toMatchObject([{ acts: ['attend'], problem: { code: 'appointment-not-yet' } }]);
  });

  it('hand on first what its receiver may no longer see', () => {
    const possible = items('redirect', 'request_cancel');
    expect(choicesOf('waitlisted', possible).primary).toBeUndefined();
    expect(choicesOf('waitlisted', possible, { isBack: true })).toMatchObject({ primary: 'redirect', others: ['request_cancel'] });
    expect(choicesOf('cancel_requested', items('confirm_cancel'), { isBack: true }).primary).toBe('confirm_cancel');
  });

  it('are there before receipt is confirmed, as far as one may', () => {
    const acts = actsWhenReceived((permission) => ['referral.accept', 'referral.requestInfo', 'referral.withdraw'].includes(permission));
    expect(acts.map(({ act }) => act)).toEqual(['accept', 'request_info', 'withdraw']);
  });
});
