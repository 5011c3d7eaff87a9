import type { Slot } from '@lotse/calendar/model';
import { excludedFrom, type WaitingListEntry } from '@lotse/waiting-list/model';

type Waiting = Pick<WaitingListEntry, 'state' | 'shortNotice' | 'minimumNoticeHours'>;

/** The first of the free slots of a service that fits somebody; when none does, the first, whose page says why it does not fit. */
export function slotFor(entry: Waiting, slots: readonly Slot[], now = new Date()): Slot | undefined {
  const fits = ({ startsAt }: Slot): boolean =>
    excludedFrom(new Date(startsAt), { ...entry, hadThisSlotOffered: false }, now) === undefined;
  return slots.find(fits) ?? slots[0];
}
