import { lastReasons, rememberReason, withReason } from './last-reasons';

describe('the reasons used last', () => {
  beforeEach(() => localStorage.clear());

  it('stand on top, the newest first, each once, three of them', () => {
    expect(withReason(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
    expect(withReason(['a', 'b', 'c'], 'd')).toEqual(['d', 'a', 'b']);
  });

  it('are kept for each act', () => {
    rememberReason('decline', 'no_capacity');
    rememberReason('redirect', 'age');
    expect([lastReasons('decline'), lastReasons('redirect'), lastReasons('withdraw')]).toEqual([['no_capacity'], ['age'], []]);
  });

  it('are none when what was stored cannot be read', () => {
    localStorage.setItem('lotse.lastReasons', '{');
    expect(lastReasons('decline')).toEqual([]);
  });
});
