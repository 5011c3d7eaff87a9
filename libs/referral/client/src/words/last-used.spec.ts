import { lastUsed, rememberUsed, withUsed } from './last-used';

describe('what was used last', () => {
  beforeEach(() => localStorage.clear());

  it('stand on top, the newest first, each once, three of them', () => {
    expect(withUsed(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
    expect(withUsed(['a', 'b', 'c'], 'd')).toEqual(['d', 'a', 'b']);
  });

  it('are kept for each list', () => {
    rememberUsed('decline', 'no_capacity');
    rememberUsed('redirect', 'age');
    expect([lastUsed('decline'), lastUsed('redirect'), lastUsed('withdraw')]).toEqual([['no_capacity'], ['age'], []]);
  });

  it('are none when what was stored cannot be read', () => {
    localStorage.setItem('lotse.lastUsed', '{');
    expect(lastUsed('decline')).toEqual([]);
  });
});
