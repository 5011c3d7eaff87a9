import type { SlotOffer } from '@lotse/waiting-list/model';

/** The date an offer is about: of two, once one is taken, that one. */
export const takenDate = ({ slot, secondSlot, takenSlotId }: Pick<SlotOffer, 'slot' | 'secondSlot' | 'takenSlotId'>): SlotOffer['slot'] =>
  secondSlot && takenSlotId === secondSlot.id ? secondSlot : slot;

/** The dates of an offer that still runs. */
export const datesOf = ({ slot, secondSlot }: Pick<SlotOffer, 'slot' | 'secondSlot'>): SlotOffer['slot'][] =>
  secondSlot ? [slot, secondSlot] : [slot];
