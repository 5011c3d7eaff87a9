import type { StartTile } from '@lotse/client-kit/ui';

/** What the start page shows of this domain. */
export const calendarTiles: StartTile[] = [
  {
    area: 'tile',
    order: 40,
    permission: 'calendar.read',
    load: () => import('./start/free-slots-tile').then((found) => found.FreeSlotsTile),
  },
];
