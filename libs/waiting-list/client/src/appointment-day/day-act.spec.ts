import type { Appointment } from '@lotse/waiting-list/model';
import { dayActs, wordOfDayAct } from './day-act';

const at = (state: Appointment['state'], startsAt: string, more: Partial<Appointment> = {}) =>
  ({ state, startsAt, isUndoable: false, referralState: 'booked', ...more }) as Appointment;
const now = new Date('2026-11-24T10:00:00Z');

describe('what a day offers', () => {
  it('everything once it has begun', () => {
    expect(dayActs(at('booked', '2026-11-24T09:00:00Z'), now)).toEqual(['arrive', 'attend', 'miss', 'cancel']);
  });
  it('nobody is missed before, and nobody arrives tomorrow', () => {
    expect(dayActs(at('booked', '2026-11-24T10:30:00Z'), now)).toEqual(['arrive', 'attend', 'cancel']);
    expect(dayActs(at('booked', '2026-11-26T10:30:00Z'), now)).toEqual(['cancel']);
  });
  it('whoever has arrived can leave; what was said can be taken back', () => {
    expect(dayActs(at('arrived', '2026-11-24T09:00:00Z', { isUndoable: true }), now)).toEqual(['attend', 'miss', 'cancel', 'takeBack']);
    expect(dayActs(at('attended', '2026-11-24T09:00:00Z', { referralState: 'in_service', isUndoable: true }), now)).toEqual(['takeBack']);
  });
  it('who had arrived has left, who had not did not come', () => {
    const words = (['booked', 'arrived', 'left', 'missed'] as const).map((state) => wordOfDayAct('miss', { state }));
    expect(words).toEqual(['miss', 'leave', 'leave', 'miss']);
    expect(wordOfDayAct('cancel', { state: 'arrived' })).toBe('cancel');
  });
  it('nothing while a cancellation is asked for', () => {
    expect(dayActs(at('booked', '2026-11-24T09:00:00Z', { referralState: 'cancel_requested' }), now)).toEqual([]);
  });
});
