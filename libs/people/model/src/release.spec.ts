import { coversReferral, isInForce, partsReleasedTo, releaseInputSchema, releasesInputSchema, type Release } from './release';

const release = {
  givenOn: '2026-01-01',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  revokedAt: null,
  recipientOrganisationId: 'clinic',
  dataParts: ['identity', 'diagnosis'],
} as unknown as Release;

const input = {
  recipientOrganisationId: '018f0000-0000-7000-8000-000000000000',
  purpose: 'Behandlung',
  dataParts: ['identity'],
  coversHealthData: true,
  form: 'written',
  givenOn: '2026-01-01',
  validUntil: '2026-12-31',
};

describe('release', () => {
  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('on %s is in force: %s', (day, expected) => {
    expect(isInForce(release, day)).toBe(expected);
  });

  it('covers a referral only for the recipient it names, unrevoked, with identity and diagnosis', () => {
    expect(coversReferral([release], 'clinic', '2026-06-01')).toBe(true);
    expect(coversReferral([release], 'other', '2026-06-01')).toBe(false);
    expect(coversReferral([{ ...release, revokedAt: '2026-05-01T00:00:00Z' }], 'clinic', '2026-06-01')).toBe(false);
    expect(coversReferral([{ ...release, dataParts: ['identity'] }], 'clinic', '2026-06-01')).toBe(false);
  });

  it('cannot be recorded without express consent to health data, without an end, or for everybody', () => {
    expect(releaseInputSchema.safeParse(input).success).toBe(true);
    for (const wrong of [
      { coversHealthData: false },
      { validUntil: undefined },
      { recipientOrganisationId: 'all' },
      { dataParts: [] },
      { validUntil: '2025-01-01' },
    ]) {
      expect(releaseInputSchema.safeParse({ ...input, ...wrong }).success).toBe(false);
    }
  });

  // @req ASVS 5.0.0-2.2.3
  it('begins when it says, not when it was given', () => {
    expect(isInForce({ ...release, validFrom: '2026-03-01' }, '2026-02-01')).toBe(false);
    expect(releaseInputSchema.safeParse({ ...input, validFrom: '2025-12-31' }).success).toBe(false);
    expect(releaseInputSchema.safeParse({ ...input, validFrom: '2027-01-01' }).success).toBe(false);
  });

  it('opens the parts of all releases in force for a recipient, and of no other', () => {
    const further = { ...release, dataParts: ['identity', 'medication'] } as Release;
    expect(partsReleasedTo([release, further], 'clinic', '2026-06-01')).toEqual(['identity', 'diagnosis', 'medication']);
    const ended = { ...further, validUntil: '2026-02-01' };
    expect(partsReleasedTo([release, ended], 'clinic', '2026-06-01')).toEqual(['identity', 'diagnosis']);
    expect(partsReleasedTo([release, further], 'other', '2026-06-01')).toEqual([]);
  });

  it('is as it was when nothing is said about the rest', () => {
    expect(releaseInputSchema.parse(input)).toMatchObject({ direction: 'one_way', evidence: null, representative: null });
  });

  it('is given for somebody else only by whoever may decide about their health', () => {
    const by = (kind: string) => releaseInputSchema.safeParse({ ...input, representative: { kind, name: 'Erika Muster' } });
    for (const kind of ['guardian_health', 'health_proxy', 'parents']) expect(by(kind).success).toBe(true);
    const refused = by('guardian_other');
    expect(refused.error!.issues[0]).toMatchObject({ path: ['representative', 'kind'], message: 'not-entitled' });
  });

  it('names each recipient, and none twice', () => {
    const { recipientOrganisationId: organisationId, ...terms } = input;
    const several = (...recipients: object[]) => releasesInputSchema.safeParse({ ...terms, recipients });
    expect(several({ organisationId }, { organisationId, within: 'Team Nord' }).success).toBe(true);
    expect(several({ organisationId }, { organisationId }).success).toBe(false);
    expect(several().success).toBe(false);
  });
});
