export { TaskEntity } from './task.entity';
export { TaskModule } from './task.module';
export { TaskWorkerModule } from './task-worker.module';
export { Tasks, type TaskToOpen } from './tasks';
