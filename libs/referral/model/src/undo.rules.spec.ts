import type { Release } from '@lotse/people/model';
import { referralLifecycle } from './referral.lifecycle';
import { refusedRedirect } from './referral.rules';
import { isOnList, refusedUndo, undoableActs, type LastStep } from './undo.rules';

const now = new Date('2026-11-23T12:00:00Z');
const last: LastStep = { act: 'accept', organisationId: 'clinic', at: new Date('2026-11-23T11:00:00Z'), isOvertaken: false };

describe('taking back', () => {
  it.each([
    ['an hour ago', {}, undefined],
    ['exactly a day ago', { at: new Date('2026-11-22T12:00:00Z') }, undefined],
    ['more than a day ago', { at: new Date('2026-11-22T11:59:59Z') }, 'undo-too-late'],
    ['by somebody else', { organisationId: 'practice' }, 'undo-not-yours'],
    ['with something since', { isOvertaken: true }, 'undo-overtaken'],
    ['of a step that was taken back', { act: 'undo' }, 'undo-not-possible'],
  ] as const)('%s', (_, change, code) => {
    expect(refusedUndo({ ...last, ...change }, 'clinic', now)?.code).toBe(code);
  });

  it('is for acts of the life that neither end nor begin it, and is none of them itself', () => {
    expect(referralLifecycle.acts as string[]).not.toContain('undo');
    for (const act of undoableActs) {
      for (const state of referralLifecycle.statesBefore(act)) {
        const to = referralLifecycle.next(state, act)!;
        expect([act, referralLifecycle.isFinal(to), state === 'draft']).toEqual([act, false, false]);
      }
    }
  });

  it.each(referralLifecycle.acts.filter((act) => !(undoableActs as readonly string[]).includes(act)))('is not for %s', (act) => {
    expect(refusedUndo({ ...last, act }, 'clinic', now)?.code).toBe('undo-not-possible');
  });
});

describe('handing on', () => {
  const referral = { serviceId: 'pia', referrerOrganisationId: 'practice', recipientOrganisationId: 'clinic', recipientSees: true };
  const to = { serviceId: 'day', organisationId: 'other', organisationName: 'Klinik Zwei', acceptsReferrals: true };
  const release = {
    recipientOrganisationId: 'other',
    dataParts: ['identity', 'diagnosis'],
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    revokedAt: null,
  } as unknown as Release;
  const facts = { releases: [release], today: '2026-11-23' };

  it.each([
    ['with a release', {}, facts, undefined],
    ['without one', {}, { ...facts, releases: [] }, 'release-missing'],
    ['after it has ended', {}, { ...facts, today: '2027-01-01' }, 'release-missing'],
    ['within the same organisation', { organisationId: 'clinic' }, { ...facts, releases: [] }, undefined],
    ['to the same service', { serviceId: 'pia' }, facts, 'same-service'],
    ['back to the referrer', { organisationId: 'practice' }, facts, 'redirect-to-referrer'],
    ['to somebody who takes nobody', { acceptsReferrals: false }, facts, 'service-not-accepting'],
  ] as const)('%s', (_, change, known, code) => {
    expect(refusedRedirect(referral, { ...to, ...change }, known)?.code).toBe(code);
  });

  it.each([
    ['to the same service, with a new release', { serviceId: 'pia', organisationId: 'clinic' }, 'clinic', undefined],
    ['within the same organisation, without one', { organisationId: 'clinic' }, 'other', 'release-missing'],
    ['elsewhere, with a release', {}, 'other', undefined],
    ['elsewhere, without one', {}, 'clinic', 'release-missing'],
    ['back to the referrer', { organisationId: 'practice' }, 'other', 'redirect-to-referrer'],
  ] as const)('once the receiver may no longer see it: %s', (_, change, released, code) => {
    const releases = [{ ...release, recipientOrganisationId: released }] as Release[];
    expect(refusedRedirect({ ...referral, recipientSees: false }, { ...to, ...change }, { ...facts, releases })?.code).toBe(code);
  });

  it('names the organisation that the release would have to name', () => {
    expect(refusedRedirect(referral, to, { ...facts, releases: [] })?.context).toEqual({
      organisationId: 'other',
      organisationName: 'Klinik Zwei',
    });
  });

  it('not from a waiting list: the place would stay behind', () => {
    expect(referralLifecycle.statesBefore('redirect').filter(isOnList)).toEqual(['waitlisted', 'suspended', 'rebook_required']);
    expect(refusedUndo({ ...last, act: 'redirect', isRemembered: false }, 'clinic', now)?.code).toBe('undo-not-possible');
  });
});
