import fc from 'fast-check';
import { emptyContent } from './referral';
import { custodianOf, referralLifecycle, type ReferralAct, type ReferralState } from './referral.lifecycle';
import { missingInputs, refusedBySide, refusedByState, refusedSubmission } from './referral.rules';

const finals: ReferralState[] = ['closed', 'withdrawn', 'entered_in_error'];

describe('the life of a referral', () => {
  it('has 19 states, 38 acts after creation and 107 edges', () => {
    const edges = referralLifecycle.states.flatMap((state) => referralLifecycle.actsFrom(state));
    expect([referralLifecycle.states.length, referralLifecycle.acts.length, edges.length]).toEqual([19, 38, 107 - 1]);
  });

  it('can reach every state', () => {
    expect([...referralLifecycle.reachable()].sort()).toEqual([...referralLifecycle.states].sort());
  });

  it('promise 2: nobody has it only when it has ended', () => {
    const withNobody = referralLifecycle.states.filter((state) => custodianOf[state] === 'nobody');
    expect(withNobody).toEqual(finals);
  });

  // @req ASVS 5.0.0-2.3.1
  it('every state either permits an act or refuses it with the state and the act', () => {
    for (const state of referralLifecycle.states) {
      for (const act of referralLifecycle.acts) {
        const refused = refusedByState(state, act);
        if (referralLifecycle.allows(state, act)) expect(refused).toBeUndefined();
        else expect(refused).toMatchObject({ code: 'invalid-state', context: { state, act } });
      }
    }
  });

  it('promise 1: from every open state a person can still bring it to an end', () => {
    for (const state of referralLifecycle.states.filter((candidate) => !finals.includes(candidate))) {
      expect(endsReachableFrom(state).has('withdrawn')).toBe(true);
    }
  });

  it('random walks stay inside the life and always leave somebody in charge', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200 }), (choices) => {
        let state: ReferralState = 'draft';
        let before: ReferralState | undefined;
        for (const choice of choices) {
          const acts: ReferralAct[] = referralLifecycle.actsFrom(state);
          if (acts.length === 0) return finals.includes(state) || state === 'closed';
          const act = acts[choice % acts.length]!;
          const next: ReferralState | undefined = referralLifecycle.next(state, act, before);
          if (act === 'request_cancel') before = state;
          if (!next) return false;
          state = next;
          if (!finals.includes(state) && custodianOf[state] === 'nobody') return false;
        }
        return true;
      }),
    );
  });
});

function endsReachableFrom(start: ReferralState): Set<ReferralState> {
  const seen = new Set<ReferralState>([start]);
  for (const state of seen) {
    for (const act of referralLifecycle.actsFrom(state)) {
      const next = referralLifecycle.next(state, act, 'accepted');
      if (next) seen.add(next);
    }
  }
  return seen;
}

describe('the rules of a hand-off', () => {
  const complete = { ...emptyContent, serviceId: 's', reason: 'low_mood', question: 'Bitte', urgency: 'urgent' as const };
  const service = { organisationId: 'clinic', acceptsReferrals: true };

  it('urgency is never pre-selected', () => {
    expect(emptyContent.urgency).toBeNull();
    expect(missingInputs(emptyContent).map(({ field }) => field)).toEqual(['serviceId', 'reason', 'question', 'urgency']);
  });

  it('an emergency comes before everything else that is wrong', () => {
    expect(refusedSubmission({ ...emptyContent, urgency: 'emergency' }, { service, releases: [], today: '2026-06-01' })?.code).toBe(
      'emergency-cannot-be-sent',
    );
  });

  it('without a release it is refused, however complete', () => {
    expect(refusedSubmission(complete, { service, releases: [], today: '2026-06-01' })?.code).toBe('release-does-not-cover-recipient');
    expect(refusedSubmission(complete, { service: { ...service, acceptsReferrals: false }, releases: [], today: '2026-06-01' })?.code).toBe(
      'service-not-accepting',
    );
  });

  it('each side does only its own acts', () => {
    const parties = { referrerOrganisationId: 'practice', recipientOrganisationId: 'clinic', recipientSees: true };
    expect(refusedBySide('accept', 'practice', parties)?.code).toBe('not-your-turn');
    expect(refusedBySide('accept', 'clinic', parties)).toBeUndefined();
    expect(refusedBySide('withdraw', 'clinic', parties)?.code).toBe('not-your-turn');
  });

  it('what a receiver confirms who may no longer see it, the referrer confirms alone', () => {
    const parties = { referrerOrganisationId: 'practice', recipientOrganisationId: 'clinic', recipientSees: true };
    expect(refusedBySide('confirm_cancel', 'practice', parties)?.code).toBe('not-your-turn');
    expect(refusedBySide('confirm_cancel', 'practice', { ...parties, recipientSees: false })).toBeUndefined();
    expect(refusedBySide('accept', 'practice', { ...parties, recipientSees: false })?.code).toBe('not-your-turn');
  });
});
