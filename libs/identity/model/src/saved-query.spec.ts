import { savedQueryOf } from './saved-query';

describe('what a saved view keeps of an address', () => {
  it('keeps filters and order, in a fixed order', () => {
    expect(Object.entries(savedQueryOf({ urgency: 'urgent,soon', sort: '-due', assignee: 'me' }))).toEqual([
      ['assignee', 'me'],
      ['sort', '-due'],
      ['urgency', 'urgent,soon'],
    ]);
  });

  it('drops what was typed to find somebody, the open row, and what it does not know', () => {
    expect(savedQueryOf({ text: 'Keller', open: '018f', person: 'Ida', state: 'received' })).toEqual({ state: 'received' });
  });

  it('drops values that are no codes', () => {
    expect(savedQueryOf({ state: 'Ida Muster', urgency: '<b>', sort: undefined, list: '', band: 2 })).toEqual({});
  });
});
