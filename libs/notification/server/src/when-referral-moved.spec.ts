import type { ReferralMoved } from '@lotse/referral/model';
import { WhenReferralMoved } from './when-referral-moved';

describe('what a step of a referral tells', () => {
  const tells = (more: Partial<ReferralMoved>): boolean =>
    new WhenReferralMoved(undefined as never, undefined as never).concerns({
      act: 'reschedule',
      from: 'booked',
      to: 'booked',
      ...more,
    } as ReferralMoved);

  it('is that the date has moved; nothing when that was the answer to an offer, which tells about itself', () => {
    expect(tells({})).toBe(true);
    expect(tells({ wasOffered: true })).toBe(false);
    expect(tells({ act: 'start_triage' })).toBe(false);
  });
});
