import { releasesInputSchema } from '@lotse/people/model';
import { emptyRelease, missingOf, releasesInputOf, type ReleaseDraft } from './release-draft';

const whole: ReleaseDraft = {
  ...emptyRelease('2026-06-01'),
  recipients: [{ id: '018f0000-0000-7000-8000-000000000000', name: 'Klinik', within: ' Team Nord ' }],
  purpose: 'Behandlung',
  dataParts: ['identity'],
  direction: 'mutual',
  decidedBy: 'person',
  form: 'written',
  agreed: true,
};

describe('a release as it is typed', () => {
  it('begins without anything that the person has to decide', () => {
    const missing = ['recipients', 'purpose', 'dataParts', 'direction', 'decidedBy', 'form', 'coversHealthData'];
    expect(missingOf(emptyRelease('2026-06-01'))).toEqual(missing);
  });

  it('fits the contract when nothing is missing', () => {
    expect(missingOf(whole)).toEqual([]);
    const sent = releasesInputOf(whole);
    expect(releasesInputSchema.safeParse({ ...sent, givenOn: '2026-01-01' }).success).toBe(true);
    expect(sent).toMatchObject({ recipients: [{ within: 'Team Nord' }], evidence: null, representative: null, validUntil: '2027-06-01' });
  });

  it('asks who decided for somebody, and only then', () => {
    const represented: ReleaseDraft = { ...whole, decidedBy: 'representative' };
    expect(missingOf(represented)).toEqual(['representative.kind', 'representative.name']);
    const by = { ...represented, representativeKind: 'parents', representativeName: 'Erika Muster' };
    expect(releasesInputOf(by).representative).toEqual({ kind: 'parents', name: 'Erika Muster' });
  });

  it('lets one choose whom the person has already', () => {
    const represented: ReleaseDraft = { ...whole, decidedBy: 'representative' };
    expect(missingOf(represented, true)).toEqual(['representative.id']);
    expect(missingOf({ ...represented, representativeId: 'another' }, true)).toEqual(['representative.kind', 'representative.name']);
    const id = '018f0000-0000-7000-8000-000000000001';
    const kept = { ...represented, representativeId: id, representativeKind: 'guardian_health', representativeName: 'Karla Beispiel' };
    expect(missingOf(kept, true)).toEqual([]);
    expect(releasesInputOf(kept).representative).toEqual({ kind: 'guardian_health', name: 'Karla Beispiel', id });
  });
});
