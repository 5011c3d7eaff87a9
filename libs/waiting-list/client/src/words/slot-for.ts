import type { Slot } from '@lotse/calendar/model';
import { excludedFrom, nothingKnown, noWishes, type Fitness, type SlotToFit, type WaitingListEntry } from '@lotse/waiting-list/model';

type Waiting = Pick<
  WaitingListEntry,
  'state' | 'shortNotice' | 'minimumNoticeHours' | 'wishes' | 'pause' | 'serviceId' | 'furtherServiceIds'
>;

/** What the list knows of somebody; what only the server knows keeps nobody from a slot here. */
const fitnessOf = ({ wishes, pause, serviceId, furtherServiceIds, ...entry }: Waiting): Fitness => ({
  ...entry,
  ...nothingKnown,
  wishes: wishes ?? noWishes,
  pauses: pause ? [pause] : [],
  serviceIds: [serviceId, ...furtherServiceIds],
  hadThisSlotOffered: false,
});

const toFit = ({ startsAt, endsAt, ...slot }: Slot): SlotToFit => ({
  ...slot,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  ageFrom: 0,
  ageTo: null,
  insurances: null,
});

/** The first of the free slots of a service that fits somebody; when none does, the first, whose page says why it does not fit. */
export function slotFor(entry: Waiting, slots: readonly Slot[], now = new Date()): Slot | undefined {
  const fitness = fitnessOf(entry);
  const fits = (slot: Slot): boolean => excludedFrom(toFit(slot), fitness, now) === undefined;
  return slots.find(fits) ?? slots[0];
}
