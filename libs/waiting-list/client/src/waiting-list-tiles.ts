import type { StartTile } from '@lotse/client-kit/ui';

/** What the start page shows of this domain: offers that wait for an answer, and the ways to the lists, to all offers and to the county's free slots. */
export const waitingListTiles: StartTile[] = [
  {
    area: 'due',
    order: 5,
    permission: 'waitingList.readOffers',
    load: () => import('./start/due-offers').then((found) => found.DueOffers),
  },
  {
    area: 'tile',
    order: 30,
    permission: 'waitingList.read',
    load: () => import('./start/waiting-lists-tile').then((found) => found.WaitingListsTile),
  },
  {
    area: 'tile',
    order: 50,
    permission: 'waitingList.readOffers',
    load: () => import('./start/offers-tile').then((found) => found.OffersTile),
  },
  {
    area: 'tile',
    order: 55,
    permission: 'freeSlot.read',
    load: () => import('./free-slots/free-slots-tile').then((found) => found.FreeSlotsTile),
  },
];
