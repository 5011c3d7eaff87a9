import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeTask } from './change-task/change-task';
import { EscalateTasks } from './escalate-tasks/escalate-tasks';
import { HandOverTasks } from './hand-over-tasks/hand-over-tasks';
import { ReadTasks } from './read-tasks/read-tasks';
import { TaskController } from './task.controller';
import { TaskEntity } from './task.entity';
import { Tasks } from './tasks';

@Module({
  imports: [TypeOrmModule.forFeature([TaskEntity])],
  controllers: [TaskController],
  providers: [ReadTasks, ChangeTask, EscalateTasks, HandOverTasks, Tasks],
  // For the worker's part of this domain; the room's index shows other domains the module and `Tasks` alone.
  exports: [EscalateTasks, Tasks],
})
export class TaskModule {}
