import { effectsOnOthers, joinRules, refusedAnother, refusedSplitFrom, type JoinRule, type Part } from './bundle.rules';
import { referralLifecycle, type ReferralState } from './referral.lifecycle';

const part = (position: number, state: ReferralState): Part => ({ id: `part-${position}`, position, state });
const follows = (rule: JoinRule, moved: ReferralState, ...others: ReferralState[]) =>
  effectsOnOthers(
    rule,
    part(1, moved),
    others.map((state, index) => part(index + 2, state)),
  ).map((found) => `${found.part.position} ${found.effect}`);

describe('parts of one need', () => {
  it.each<[JoinRule, ReferralState, ReferralState[], string[]]>([
    ['all', 'booked', ['requested', 'waitlisted'], []],
    ['all', 'closed', ['requested'], []],
    ['all', 'returned', ['draft'], []],
    ['any', 'booked', ['requested', 'received', 'in_triage', 'info_requested'], ['2 withdraw', '3 withdraw', '4 withdraw', '5 withdraw']],
    ['any', 'in_service', ['returned', 'accepted', 'waitlisted'], ['2 withdraw', '3 request_cancel', '4 request_cancel']],
    ['any', 'booked', ['suspended', 'offered', 'rebook_required', 'dna_review'], ['2', '3', '4', '5'].map((at) => `${at} request_cancel`)],
    ['any', 'booked', ['booked', 'in_service', 'outcome_sent', 'closed', 'withdrawn', 'cancel_requested', 'draft'], []],
    ['any', 'accepted', ['requested'], []],
    ['any', 'returned', ['requested'], []],
    ['first_then', 'outcome_sent', ['draft', 'draft'], ['2 send_next']],
    ['first_then', 'closed', ['draft'], ['2 send_next']],
    ['first_then', 'returned', ['draft'], ['2 decide_next']],
    ['first_then', 'withdrawn', ['draft'], ['2 decide_next']],
    ['first_then', 'booked', ['draft'], []],
    ['first_then', 'outcome_sent', ['requested', 'draft'], []],
    ['first_then', 'outcome_sent', [], []],
  ])('%s: when one is %s, the others (%s) %s', (rule, moved, others, expected) => {
    expect(follows(rule, moved, ...others)).toEqual(expected);
  });

  it('whatever follows is an act that the life permits', () => {
    for (const rule of joinRules)
      for (const moved of referralLifecycle.states)
        for (const other of referralLifecycle.states)
          for (const { part: found, effect } of effectsOnOthers(rule, part(1, moved), [part(2, other)])) {
            const isPermitted = effect === 'withdraw' || effect === 'request_cancel' ? referralLifecycle.allows(found.state, effect) : true;
            expect([rule, moved, other, effect, isPermitted]).toEqual([rule, moved, other, effect, true]);
          }
  });

  it('the part that comes next is the one after, not one before', () => {
    expect(effectsOnOthers('first_then', part(2, 'closed'), [part(1, 'draft'), part(4, 'draft'), part(3, 'draft')])).toEqual([
      { part: part(3, 'draft'), effect: 'send_next' },
    ]);
  });
});

describe('bringing in another service', () => {
  const referral = { serviceId: 'day-clinic', state: 'requested' as ReferralState };
  const another = { serviceId: 'counselling', acceptsReferrals: true };

  it.each([
    ['the one that has it', referral, { ...another, serviceId: 'day-clinic' }, [], 'same-service'],
    ['one that has a part', referral, another, [{ serviceId: 'counselling' }], 'part-there'],
    ['one that takes nobody', referral, { ...another, acceptsReferrals: false }, [], 'service-not-accepting'],
    ['when it has ended', { ...referral, state: 'closed' as ReferralState }, another, [], 'not-to-split'],
    ['another one', referral, another, [{ serviceId: 'day-clinic' }], undefined],
  ])('%s', (_, asked, service, parts, code) => {
    expect(refusedAnother(asked, service, parts)?.code).toBe(code);
  });

  it('is split off only by whoever has looked at it', () => {
    expect(referralLifecycle.states.filter((state) => !refusedSplitFrom(state))).toEqual([
      'received',
      'in_triage',
      'info_requested',
      'accepted',
      'waitlisted',
      'suspended',
      'booked',
      'rebook_required',
      'in_service',
    ]);
  });
});
