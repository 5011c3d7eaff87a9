import type { Slot } from '@lotse/calendar/model';
import { standingOf } from './slot-standing';

/** What somebody can do with a slot now. */
export interface SlotActs {
  readonly offer: boolean;
  /** A held slot: the offer it is held for stands on the same page. */
  readonly seeOffer: boolean;
  readonly cancel: boolean;
  readonly move: boolean;
  readonly block: boolean;
  readonly unblock: boolean;
}

/** What somebody can do with a slot. The waiting list's permission is asked by its name: the calendar does not know that domain. */
export function actsOn(slot: Slot, may: (permission: string) => boolean, now: number = Date.now()): SlotActs {
  const { key } = standingOf(slot, now);
  const isOpen = key === 'open' || key === 'nobody';
  const isFree = isOpen || key === 'blocked';
  return {
    offer: isOpen && may('waitingList.offerSlot'),
    seeOffer: key === 'held' && may('waitingList.offerSlot'),
    cancel: isFree && may('calendar.cancelSlot'),
    move: isFree && may('calendar.openSlot'),
    block: isOpen && slot.places === 1 && may('calendar.cancelSlot'),
    unblock: key === 'blocked' && may('calendar.openSlot'),
  };
}
