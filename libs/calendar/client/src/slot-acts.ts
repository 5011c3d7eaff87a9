import type { Slot } from '@lotse/calendar/model';
import { standingOf } from './slot-standing';

/** What somebody can do with a slot now. */
export interface SlotActs {
  readonly offer: boolean;
  /** A held slot: the offer it is held for stands on the same page. */
  readonly seeOffer: boolean;
  /** Somebody has it, or a place of its group: who comes stands in the list of that day. */
  readonly whoComes: boolean;
  readonly cancel: boolean;
  readonly move: boolean;
  readonly block: boolean;
  readonly unblock: boolean;
}

/** What somebody can do with a slot. The waiting list's permission is asked by its name: the calendar does not know that domain. */
export function actsOn(slot: Slot, may: May, now: number = Date.now()): SlotActs {
  const { key } = standingOf(slot, now);
  const isOpen = key === 'open' || key === 'nobody' || key === 'published';
  const isBlocked = key === 'blocked';
  const isHad = slot.state === 'taken' || slot.places > 1;
  return {
    ...offering(isOpen, key === 'held', may),
    whoComes: isHad && may('waitingList.readAppointments'),
    ...changing(isOpen, isBlocked, slot.places === 1, may),
  };
}

type May = (permission: string) => boolean;

const offering = (isOpen: boolean, isHeld: boolean, may: May) => ({
  offer: isOpen && may('waitingList.offerSlot'),
  seeOffer: isHeld && may('waitingList.offerSlot'),
});

const changing = (isOpen: boolean, isBlocked: boolean, isForOne: boolean, may: May) => ({
  cancel: (isOpen || isBlocked) && may('calendar.cancelSlot'),
  move: (isOpen || isBlocked) && may('calendar.openSlot'),
  block: isOpen && isForOne && may('calendar.cancelSlot'),
  unblock: isBlocked && may('calendar.openSlot'),
});
