import { chosenSorts, filterCount, hasUncountedRanks, queryOf, sortOf } from './list-filters';

const nothing = { text: '', sort: '', urgency: '', paused: '', checks: '' };

describe('what one looks for in a waiting list', () => {
  it('says nothing that is usual, and takes nothing that the server does not know', () => {
    expect(queryOf(nothing)).toEqual({ sort: undefined, text: undefined, urgency: undefined, paused: undefined, checks: undefined });
    expect(queryOf({ ...nothing, sort: 'drop table', paused: 'x', checks: 'y' })).toEqual(queryOf(nothing));
    expect(queryOf({ text: 'Mai', sort: '-name', urgency: 'soon', paused: 'true', checks: 'unchecked' })).toEqual({
      sort: '-name',
      text: 'Mai',
      urgency: 'soon',
      paused: 'true',
      checks: 'unchecked',
    });
  });

  it('counts what makes the list shorter, and an order does not', () => {
    expect([filterCount({ ...nothing, sort: 'name' }), filterCount({ ...nothing, text: 'Mai', urgency: 'soon', checks: 'asked' })]).toEqual(
      [0, 3],
    );
  });

  it('says of a long list that some ranks are not counted, unless it is whole and by rank', () => {
    const views = [nothing, { ...nothing, sort: 'name' }, { ...nothing, checks: 'asked' }];
    expect(views.map((view) => hasUncountedRanks(view, 1_001))).toEqual([false, true, true]);
    expect(views.map((view) => hasUncountedRanks(view, 1_000))).toEqual([false, false, false]);
  });

  it('goes by rank unless another order is named', () => {
    expect([sortOf(nothing), ...chosenSorts.map((sort) => sortOf({ ...nothing, sort }))]).toEqual(['rank', ...chosenSorts]);
  });
});
