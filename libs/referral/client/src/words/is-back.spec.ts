import type { Custodian, ReferralState } from '@lotse/referral/model';
import { isBack } from './is-back';

describe('whether a referral is back because its receiver may no longer see it', () => {
  it.each([
    ['in_triage', 'referrer', true],
    ['waitlisted', 'referrer', true],
    ['in_triage', 'recipient_triage', false],
    ['returned', 'referrer', false],
    ['draft', 'referrer', false],
    ['outcome_sent', 'referrer', false],
    ['withdrawn', 'nobody', false],
  ] as [ReferralState, Custodian, boolean][])('%s with %s: %s', (state, custodian, expected) => {
    const custody = { custodian, organisationId: null, organisationName: null, dueAt: null };
    expect(isBack({ state, custody })).toBe(expected);
  });
});
