import { parted, stateOf } from './release-state';

const release = { validFrom: '2026-01-01', validUntil: '2026-12-31', revokedAt: null };

describe('where a release stands', () => {
  it.each([
    ['in force', {}, '2026-06-01', 'in_force'],
    ['15 days before its end', {}, '2026-12-16', 'in_force'],
    ['14 days before its end', {}, '2026-12-17', 'ends_soon'],
    ['on its last day', {}, '2026-12-31', 'ends_soon'],
    ['a day later', {}, '2027-01-01', 'expired'],
    ['before it begins', {}, '2025-12-31', 'begins'],
    ['once it is revoked', { revokedAt: '2026-03-01T10:00:00Z' }, '2026-06-01', 'revoked'],
  ])('%s', (_, change, today, expected) => {
    expect(stateOf({ ...release, ...change }, today)).toBe(expected);
  });

  it('what ends first stands first, what has ended stands apart', () => {
    const [soon, later] = [{ ...release, validUntil: '2026-07-01' }, release];
    const revoked = { ...release, revokedAt: '2026-05-01T10:00:00Z' };
    expect(parted([later, revoked, soon], '2026-06-20')).toEqual({ open: [soon, later], past: [revoked] });
  });
});
