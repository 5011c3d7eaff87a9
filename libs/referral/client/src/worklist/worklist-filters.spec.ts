import { inboxGroups } from '../words/state-groups';
import { addressOf, filterCount, isFiltered, noFilters, queryFor } from './worklist-filters';

describe('what one looks for in a box', () => {
  it('never puts a name into the address', () => {
    expect(addressOf({ ...noFilters, text: 'Meier', urgency: 'urgent', assignee: 'me', columns: 'reason' })).toEqual({
      urgency: 'urgent',
      assignee: 'me',
      columns: 'reason',
    });
  });

  it('is the usual group without a choice; a name and what was put aside are looked for everywhere', () => {
    const states = inboxGroups[0]!.states.join(',');
    expect(queryFor('inbox', noFilters, inboxGroups)).toMatchObject({ box: 'inbox', state: states, sort: undefined });
    expect(queryFor('inbox', { ...noFilters, text: 'Meier' }, inboxGroups).state).toBeUndefined();
    expect(queryFor('inbox', { ...noFilters, snoozed: 'only' }, inboxGroups)).toMatchObject({ state: undefined, snoozed: 'only' });
  });

  it('takes only orders that the server knows', () => {
    expect(queryFor('inbox', { ...noFilters, sort: '-due' }, inboxGroups).sort).toBe('-due');
    expect(queryFor('inbox', { ...noFilters, sort: 'drop table' }, inboxGroups).sort).toBeUndefined();
  });

  it('counts what makes the list shorter', () => {
    expect(isFiltered({ ...noFilters, assignee: 'me', sort: 'sent' })).toBe(false);
    expect(filterCount({ ...noFilters, text: 'a', urgency: 'soon' })).toBe(2);
  });
});
