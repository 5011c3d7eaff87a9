import { Module } from '@nestjs/common';
import { EscalateTasksSweep } from './escalate-tasks/escalate-tasks.sweep';
import { TaskModule } from './task.module';

/** What only the worker does: see to what lies too long. */
@Module({ imports: [TaskModule], providers: [EscalateTasksSweep] })
export class TaskWorkerModule {}
