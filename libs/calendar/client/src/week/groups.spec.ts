import type { Slot } from '@lotse/calendar/model';
import { oneForEachGroup } from './groups';

const place = (number: number, state: Slot['state'], groupId = 'g') =>
  ({ id: `${groupId}${number}`, groupId, place: number, places: 3, state }) as Slot;

describe('a group in the calendar', () => {
  it('is one line that stands for the place that can be given away next', () => {
    const shown = oneForEachGroup([place(1, 'taken'), place(2, 'open'), place(3, 'open'), place(1, 'open', 'h')]);
    expect(shown.map(({ id, free }) => [id, free])).toEqual([
      ['g2', 2],
      ['h1', 1],
    ]);
  });

  it('that is full is held or taken', () => {
    expect(oneForEachGroup([place(1, 'taken'), place(2, 'held'), place(3, 'taken')])).toMatchObject([{ id: 'g2', state: 'held', free: 0 }]);
  });
});
