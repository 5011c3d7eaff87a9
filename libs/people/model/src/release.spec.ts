import { coversReferral, isInForce, releaseInputSchema, type Release } from './release';

const release = {
  givenOn: '2026-01-01',
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
});
