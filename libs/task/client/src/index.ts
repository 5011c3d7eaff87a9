export { taskRoutes } from './task.routes';
export { taskTiles } from './task-tiles';
export { TaskCount } from './start/task-count';
