import type { ReferralRow } from '@lotse/referral/model';
import { nextAfter, opensNext, readAhead } from './triage';

const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }) as ReferralRow);

describe('working through the inbox', () => {
  it('goes on with the one below, at the end with the one above', () => {
    expect(nextAfter(rows, 'b')?.id).toBe('c');
    expect(nextAfter(rows, 'f')?.id).toBe('e');
    expect(nextAfter(rows, 'b', ['b', 'c', 'd'])?.id).toBe('e');
    expect(nextAfter(rows.slice(0, 1), 'a')).toBeUndefined();
  });

  it('reads the next three ahead, from the beginning while none is open', () => {
    expect(readAhead(rows, undefined)).toEqual(['a', 'b', 'c']);
    expect(readAhead(rows, 'd')).toEqual(['e', 'f']);
  });

  it('stays with what was taken into triage', () => {
    expect([opensNext('start_triage'), opensNext('accept'), opensNext('decline')]).toEqual([false, true, true]);
  });
});
