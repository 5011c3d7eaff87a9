import { referralLifecycle } from '@lotse/referral/model';
import { toldAbout, toldAboutOffer } from './who-is-told';

describe('who is told', () => {
  it('only about acts that exist in the life of a referral, or beside it', () => {
    expect(Object.keys(toldAbout).filter((act) => ![...referralLifecycle.acts, 'split'].includes(act))).toEqual([]);
  });

  it('the referrer always learns how it ended', () => {
    for (const act of ['accept', 'decline', 'hand_back', 'send_outcome']) expect(toldAbout[act]).toMatchObject([{ side: 'referrer' }]);
  });

  const offer = { referrerOrganisationId: 'practice', recipientOrganisationId: 'clinic' };

  it.each([
    ['accepted by the practice', 'accepted', 'practice', [['recipient', 'offer_accepted']]],
    ['accepted by the clinic on the phone', 'accepted', 'clinic', [['referrer', 'offer_accepted']]],
    ['declined by the practice', 'declined', 'practice', [['recipient', 'offer_declined']]],
    ['withdrawn by the clinic', 'withdrawn', 'clinic', [['referrer', 'offer_withdrawn']]],
    [
      'ended by time',
      'expired',
      undefined,
      [
        ['recipient', 'offer_expired'],
        ['referrer', 'offer_expired'],
      ],
    ],
    ['still running', undefined, undefined, []],
  ] as const)('%s', (_, how, doneBy, told) => {
    expect(toldAboutOffer({ ...offer, how, doneBy }).map(({ side, kind }) => [side, kind])).toEqual(told);
  });
});
