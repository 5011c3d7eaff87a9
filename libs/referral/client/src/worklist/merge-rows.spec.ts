import type { ReferralRow } from '@lotse/referral/model';
import { inOrder, mergeRows, withExpected } from './merge-rows';

const row = (id: string, version = 1, sentAt = '2026-11-01T08:00:00Z') => ({ id, version, sentAt }) as ReferralRow;
const ids = (rows: readonly ReferralRow[]) => rows.map(({ id }) => id).join('');

describe('bringing a list up to date while somebody looks at it', () => {
  it('changes rows in place and tells what arrived apart', () => {
    const answer = { items: [row('x'), row('b', 2), row('a')], nextCursor: null };
    const { rows, arrived } = mergeRows([row('a'), row('b')], answer, { complete: true });
    expect(ids(rows)).toBe('ab');
    expect(rows[1]?.version).toBe(2);
    expect(ids(arrived)).toBe('x');
    expect(ids(inOrder(rows, arrived, answer.items))).toBe('xba');
  });

  it('lets rows go that left, except the one that is open', () => {
    const answer = { items: [row('a')], nextCursor: null };
    expect(ids(mergeRows([row('a'), row('b'), row('c')], answer, { complete: true, keep: 'c' }).rows)).toBe('ac');
  });

  it('takes rows of pages that were not loaded yet for no arrivals', () => {
    const answer = { items: [row('n'), row('a'), row('b'), row('z'), row('y', 1, '2026-11-22T08:00:00Z')], nextCursor: 'more' };
    expect(ids(mergeRows([row('a'), row('b')], answer, { complete: false }).arrived)).toBe('ny');
  });

  it('keeps a row as it will be while its act is on its way', () => {
    const rows = withExpected(
      [
        { ...row('a'), state: 'received' },
        { ...row('b'), state: 'received' },
      ],
      new Map([['a', 'accepted']]),
    );
    expect(rows.map(({ state }) => state)).toEqual(['accepted', 'received']);
  });
});
