import { changesBetween, joined, type Claim } from './claims';

const at = (id: string, doing: Claim['doing'] = 'looking'): Claim => ({ subject: 'referral', id, doing });

describe('what is told about where one is', () => {
  it('names a thing once, and writing is more than looking', () => {
    expect([...joined([at('1'), at('1', 'editing'), at('1'), at('2')]).values()]).toEqual([at('1', 'editing'), at('2')]);
  });

  it('is only what has changed', () => {
    const changes = changesBetween(joined([at('1'), at('2'), at('3')]), joined([at('2'), at('3', 'editing'), at('4')]));
    expect(changes.map(({ id, doing }) => `${id} ${doing}`)).toEqual(['1 left', '3 editing', '4 looking']);
    expect(changesBetween(joined([at('1')]), joined([at('1')]))).toEqual([]);
  });
});
