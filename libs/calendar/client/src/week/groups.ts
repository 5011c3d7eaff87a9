import type { Absence, Slot } from '@lotse/calendar/model';

/** A slot as pictures and lists show it: the places of a group are one. */
export interface ShownSlot extends Slot {
  /** How many places of the group are free; 1 or 0 for an ordinary slot. */
  readonly free: number;
  /** Somebody it needs is away on its day. */
  readonly away?: Absence | undefined;
}

const standsFirst: Readonly<Record<Slot['state'], number>> = { open: 0, held: 1, taken: 2, blocked: 3, cancelled: 4 };

/** One line for each group: the place that can be given away next stands for it. */
export function oneForEachGroup(slots: readonly Slot[]): ShownSlot[] {
  const groups = new Map<string, Slot[]>();
  for (const slot of slots) groups.set(slot.groupId, [...(groups.get(slot.groupId) ?? []), slot]);
  return [...groups.values()].map((places) => {
    const [first] = [...places].sort((one, other) => standsFirst[one.state] - standsFirst[other.state] || one.place - other.place);
    return { ...first!, free: places.filter(({ state }) => state === 'open').length };
  });
}
