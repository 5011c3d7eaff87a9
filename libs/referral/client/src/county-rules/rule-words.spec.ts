import { codeOf, differencesBetween, statusOf } from './rule-words';

const version = (number: number, validFrom: string | null, until: string | null = null) => ({
  version: number, validFrom, at: null, byName: null, why: null, restores: null, rule: { until },
}); // prettier-ignore

describe('the rules of a county in words', () => {
  it('names what differs, in order', () => {
    const before = [{ name: 'a', value: '1' }, { name: 'b', value: '2' }]; // prettier-ignore
    const after = [{ name: 'b', value: '3' }, { name: 'a', value: '1' }, { name: 'c', value: '4' }]; // prettier-ignore
    expect(differencesBetween(before, after)).toEqual([
      { name: 'b', before: '2', after: '3' },
      { name: 'c', before: '', after: '4' },
    ]);
  });

  it.each([
    ['usual', [version(0, null)], 0],
    ['own', [version(1, '2026-11-01'), version(0, null)], 1],
    ['planned', [version(1, '2026-12-01'), version(0, null)], 0],
    ['retired', [version(1, '2026-11-01', '2026-11-21'), version(0, null)], 1],
    ['notYet', [version(1, '2026-12-01')], null],
  ])('%s', (status, versions, inForce) => expect(statusOf(versions, inForce, '2026-11-22')).toBe(status));

  it('makes a code of a name', () => expect(codeOf('Über 2 Wochen: zu spät!')).toBe('uber_wochen_zu_spat'));
});
