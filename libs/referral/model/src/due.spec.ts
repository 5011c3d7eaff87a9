import { testRegion } from './due.fixture';
import { dueIn, targetDaysOf } from './due';

const friday = new Date('2026-11-20T09:00:00Z');

describe('when the next step is due', () => {
  it('a new referral two working days after it was sent, Sundays left out', () => {
    expect(dueIn('requested', { urgency: 'routine', clockStartedAt: friday, targetDays: 84 }, testRegion, friday).toISOString()).toBe(
      '2026-11-23T16:00:00.000Z',
    );
  });

  it('a very urgent one within a quarter of its target', () => {
    expect(dueIn('requested', { urgency: 'very_urgent', clockStartedAt: friday, targetDays: 2 }, testRegion, friday).toISOString()).toBe(
      '2026-11-20T21:00:00.000Z',
    );
  });

  it('somebody on the waiting list when the target time is used up, and weekly once it is', () => {
    const sent = new Date('2026-11-10T09:00:00Z');
    expect(
      dueIn('waitlisted', { urgency: 'acute_treatment', clockStartedAt: sent, targetDays: 14 }, testRegion, friday).toISOString(),
    ).toBe('2026-11-24T09:00:00.000Z');
    expect(dueIn('waitlisted', { urgency: 'acute_treatment', clockStartedAt: sent, targetDays: 5 }, testRegion, friday).toISOString()).toBe(
      '2026-11-27T09:00:00.000Z',
    );
  });

  it('targets count working days as parts of a week', () => {
    expect([targetDaysOf('very_urgent', testRegion), targetDaysOf('urgent', testRegion), targetDaysOf('soon', testRegion)]).toEqual([
      2, 9.8, 28,
    ]);
  });
});
