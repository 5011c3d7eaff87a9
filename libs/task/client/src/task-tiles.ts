import type { StartTile } from '@lotse/client-kit/ui';

/** What the start page shows of tasks. */
export const taskTiles: StartTile[] = [
  { area: 'tile', order: 5, permission: 'task.read', load: () => import('./start/task-tile').then((found) => found.TaskTile) },
];
