import { clockOfMinutes } from '@lotse/kernel';
import { dragged, rowsOf, type Drag } from './drag';

const hours = { first: 8, last: 17 };
const slot: Drag = { kind: 'move', slot: 's', day: '2026-11-24', from: 9 * 60 + 10, minutes: 50, grip: 20 };

describe('dragging in the picture of a week', () => {
  it('moves in quarters of an hour, from where it was taken hold of, to another day', () => {
    expect(dragged(slot, 10 * 60 + 22, '2026-11-25', hours)).toEqual({ day: '2026-11-25', from: 10 * 60, minutes: 50 });
  });

  it('stays within the hours that are shown', () => {
    expect(dragged(slot, 6 * 60, '2026-11-24', hours).from).toBe(8 * 60);
    expect(dragged(slot, 19 * 60, '2026-11-24', hours).from).toBe(16 * 60 + 10);
  });

  it('lengthens by its lower edge, by a quarter of an hour at least', () => {
    const edge = { ...slot, kind: 'lengthen' } as const;
    expect(dragged(edge, 11 * 60 + 3, '2026-11-25', hours)).toEqual({ day: '2026-11-24', from: 9 * 60 + 10, minutes: 110 });
    expect(dragged(edge, 9 * 60, '2026-11-24', hours).minutes).toBe(15);
  });

  it('draws a new one', () => {
    const drawn = dragged({ kind: 'draw', day: '2026-11-24', from: 14 * 60, minutes: 0, grip: 0 }, 14 * 60 + 55, '2026-11-24', hours);
    expect(drawn).toEqual({ day: '2026-11-24', from: 14 * 60, minutes: 60 });
    expect(rowsOf(drawn, hours)).toBe('73 / 85');
    expect(clockOfMinutes(drawn.from)).toBe('14:00');
  });
});
