import type { ReferralRow } from '@lotse/referral/model';
import { mineFirst } from './mine-first';

const row = (id: string, version = 1) => ({ id, version }) as ReferralRow;

describe('what was sent', () => {
  it('has on top what waits for oneself, each once and as the list knows it', () => {
    const rows = mineFirst([row('c'), row('x')], [row('a'), row('b'), row('c', 2)]);
    expect(rows.map(({ id, version }) => `${id}${version}`)).toEqual(['c2', 'x1', 'a1', 'b1']);
  });
});
