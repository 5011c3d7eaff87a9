import type { StartTile } from '@lotse/client-kit/ui';

/** What the start page shows of enquiries: how many wait here. */
export const adviceTiles: StartTile[] = [
  { area: 'tile', order: 25, permission: 'advice.read', load: () => import('./start/advice-tile').then((found) => found.AdviceTile) },
];
