import { history, lifecycle } from './lifecycle';

const door = lifecycle('closed', {
  closed: { open: 'open', lock: 'locked' },
  open: { close: 'closed', pause: 'paused' },
  paused: { resume: history },
  locked: { unlock: 'closed' },
});

describe('lifecycle', () => {
  it('names its states and acts once each', () => {
    expect(door.states).toEqual(['closed', 'open', 'paused', 'locked']);
    expect(door.acts).toEqual(['open', 'lock', 'close', 'pause', 'resume', 'unlock']);
  });

  it('leads where the literal says, and nowhere else', () => {
    expect(door.next('closed', 'open')).toBe('open');
    expect(door.next('locked', 'open')).toBeUndefined();
    expect(door.allows('locked', 'open')).toBe(false);
  });

  it('leads back to what was remembered', () => {
    expect(door.next('paused', 'resume', 'open')).toBe('open');
    expect(door.next('paused', 'resume')).toBeUndefined();
  });

  it('knows what can be reached and what ends', () => {
    expect([...door.reachable()].sort()).toEqual(['closed', 'locked', 'open', 'paused']);
    expect(
      lifecycle('a', { a: { go: 'b' }, b: {}, c: {} })
        .reachable()
        .has('c'),
    ).toBe(false);
    expect(lifecycle('a', { a: {} }).isFinal('a')).toBe(true);
  });

  it('does not compile with an unknown target or an unknown act', () => {
    // @ts-expect-error unknown target state
    lifecycle('a', { a: { go: 'nowhere' } });
    // @ts-expect-error unknown act
    door.allows('closed', 'fly');
    expect(door.statesBefore('close')).toEqual(['open']);
  });
});
