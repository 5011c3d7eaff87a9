import type { SlotOffer } from '@lotse/waiting-list/model';
import { datesOf, takenDate } from './taken-date';

const [slot, secondSlot] = [{ id: 'a' }, { id: 'b' }] as [SlotOffer['slot'], SlotOffer['slot']];

describe('the date of an offer', () => {
  it('is the one that was taken, so that nobody is told the other', () => {
    expect(takenDate({ slot, secondSlot, takenSlotId: 'b' })).toBe(secondSlot);
    expect(takenDate({ slot, secondSlot, takenSlotId: 'a' })).toBe(slot);
    expect(takenDate({ slot, secondSlot: null, takenSlotId: null })).toBe(slot);
  });

  it('may be one of two while it runs', () => {
    expect(datesOf({ slot, secondSlot })).toEqual([slot, secondSlot]);
    expect(datesOf({ slot, secondSlot: null })).toEqual([slot]);
  });
});
