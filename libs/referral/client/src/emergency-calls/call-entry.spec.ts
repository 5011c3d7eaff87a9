import { asksName, bodyOf, emptyCall, missingIn } from './call-entry';

describe('a call while it is written down', () => {
  const now = new Date('2026-11-24T13:32:10Z');
  const begun = emptyCall('', null, now);

  it('begins with now, and with no answer', () => {
    expect(begun).toMatchObject({ called: null, reached: null, calledOn: '2026-11-24', calledTime: '14:32' });
    expect(missingIn(begun)).toEqual(['called', 'reached']);
  });

  it('asks whom exactly only where the kind does not say it', () => {
    expect([asksName({ ...begun, called: 'rescue' }), asksName({ ...begun, called: 'clinic' })]).toEqual([false, true]);
    expect(missingIn({ ...begun, called: 'clinic', reached: 'yes', agreed: 'Kommt.' })).toEqual(['calledName']);
  });

  it('asks what was agreed with whom was reached, and what happens next where nobody was', () => {
    expect(missingIn({ ...begun, called: 'rescue', reached: 'yes' })).toEqual(['agreed']);
    expect(missingIn({ ...begun, called: 'rescue', reached: 'no', agreed: 'x' })).toEqual(['nextStep']);
    expect(missingIn({ ...begun, called: 'rescue', reached: 'yes', agreed: ' ', calledTime: '' })).toEqual(['calledAt', 'agreed']);
  });

  it('is sent as an instant of this country, without what no longer belongs to it', () => {
    const entry = { ...begun, called: 'duty', reached: 'no', agreed: 'getippt, dann anders', nextStep: ' 112 anrufen ' };
    expect(bodyOf(entry)).toEqual({
      called: 'duty',
      calledName: null,
      calledAt: '2026-11-24T13:32:00.000Z',
      reached: false,
      agreed: null,
      nextStep: '112 anrufen',
    });
    expect(bodyOf({ ...entry, callerId: 'somebody' }).callerId).toBe('somebody');
  });
});
