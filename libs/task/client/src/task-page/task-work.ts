import { inject, Service, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import type { Endpoint } from '@lotse/kernel';
import { claimTask, finishTask, handOverTask, snoozeTask, type Task } from '@lotse/task/model';
import { TaskCounts } from '../start/task-counts';

/** What somebody does with a task; whoever lists them reads again afterwards. */
@Service()
export class TaskWork {
  private readonly api = inject(Api);
  private readonly counts = inject(TaskCounts);
  readonly problem = signal<ApiProblem | undefined>(undefined);

  claim(task: Task): Promise<boolean> {
    return this.send(claimTask, task, {});
  }

  handOver(task: Task, staffId: string | null): Promise<boolean> {
    return this.send(handOverTask, task, { staffId });
  }

  snooze(task: Task, until: string): Promise<boolean> {
    return this.send(snoozeTask, task, { until });
  }

  finish(task: Task, result: string): Promise<boolean> {
    return this.send(finishTask, task, { result });
  }

  private async send(contract: Endpoint, { id, version }: Task, body: object): Promise<boolean> {
    this.problem.set(undefined);
    try {
      await this.api.send(contract, { params: { id }, version, body } as never);
      this.counts.refresh();
      return true;
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      return false;
    }
  }
}
