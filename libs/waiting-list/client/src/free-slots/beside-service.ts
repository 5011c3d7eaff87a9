import type { BesideService } from '@lotse/directory/client';

/** What the directory, and whoever chooses a receiver, is told of this room beside a service. */
export const freeSlotBesideService: BesideService = {
  permission: 'freeSlot.read',
  load: () => import('./free-slot-mark').then((found) => found.FreeSlotMark),
};
