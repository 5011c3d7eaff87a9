import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { claimTask, countTasks, finishTask, handOverTask, readTasks, snoozeTask, type Task } from '@lotse/task/model';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ChangeTask } from './change-task/change-task';
import { ReadTasks } from './read-tasks/read-tasks';

/** Worklists of tasks, and what somebody does with one. */
@Controller()
export class TaskController {
  constructor(
    private readonly reading: ReadTasks,
    private readonly changing: ChangeTask,
  ) {}

  @Serves(readTasks)
  read(
    @Current() transaction: Transaction,
    @Query({ schema: readTasks.query }) query: QueryOf<typeof readTasks>,
  ): Promise<AnswerOf<typeof readTasks>> {
    return this.reading.run(transaction, query);
  }

  @Serves(countTasks)
  count(@Current() transaction: Transaction): Promise<AnswerOf<typeof countTasks>> {
    return this.reading.count(transaction);
  }

  @Serves(claimTask)
  claim(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: claimTask.params }) { id }: ParamsOf<typeof claimTask>,
    @Body({ schema: claimTask.body }) _body: BodyOf<typeof claimTask>,
  ): Promise<Task> {
    return this.changing.claim(transaction, id, version);
  }

  @Serves(handOverTask)
  handOver(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: handOverTask.params }) { id }: ParamsOf<typeof handOverTask>,
    @Body({ schema: handOverTask.body }) body: BodyOf<typeof handOverTask>,
  ): Promise<Task> {
    return this.changing.handOver(transaction, id, version, body);
  }

  @Serves(snoozeTask)
  snooze(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: snoozeTask.params }) { id }: ParamsOf<typeof snoozeTask>,
    @Body({ schema: snoozeTask.body }) body: BodyOf<typeof snoozeTask>,
  ): Promise<Task> {
    return this.changing.snooze(transaction, id, version, body);
  }

  @Serves(finishTask)
  finish(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: finishTask.params }) { id }: ParamsOf<typeof finishTask>,
    @Body({ schema: finishTask.body }) body: BodyOf<typeof finishTask>,
  ): Promise<Task> {
    return this.changing.finish(transaction, id, version, body);
  }
}
