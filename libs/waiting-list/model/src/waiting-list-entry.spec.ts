import { waitingListEntryLifecycle } from './waiting-list-entry';

const life: Record<string, Record<string, string>> = {
  waiting: { offer: 'offered', place: 'placed', remove: 'removed', suspend: 'suspended' },
  offered: { accept: 'placed', return: 'waiting', remove: 'removed' },
  suspended: { resume: 'waiting', remove: 'removed' },
  placed: { return: 'waiting', remove: 'removed' },
  removed: {},
};
const { states, acts } = waitingListEntryLifecycle;
const everything = states.flatMap((state) => acts.map((act) => [state, act, life[state]![act]] as const));

describe('the life of a place on a waiting list', () => {
  it('has no state that cannot be reached', () => {
    expect([...waitingListEntryLifecycle.reachable()].sort()).toEqual([...states].sort());
  });

  it.each(everything)('%s + %s -> %s', (state, act, next) => {
    expect(waitingListEntryLifecycle.next(state, act)).toBe(next);
  });

  it('promise 1: no act is named after time; a place ends by an appointment or by a person', () => {
    expect(acts).not.toContain('expire');
    expect(states.filter(waitingListEntryLifecycle.isFinal)).toEqual(['removed']);
  });
});
