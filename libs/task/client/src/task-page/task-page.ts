import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, FurtherPages, Live } from '@lotse/client-kit/api';
import { Failure, injectText, Loaded, Page, RestOfList, State, Toasts } from '@lotse/client-kit/ui';
import { readTasks, type Task, type TaskBox, taskBoxSchema } from '@lotse/task/model';
import { TaskCounts } from '../start/task-counts';
import { TaskList, type ActOnTask } from './task-list';
import { placeOfTask } from './task-place';
import { TaskWork } from './task-work';

/** `/aufgaben`: one's own tasks, those of the own teams, what is late, what was put aside. */
@Component({
  selector: 'lotse-task-page',
  imports: [Failure, Loaded, Page, RestOfList, RouterLink, State, TaskList],
  templateUrl: './task-page.html',
})
export class TaskPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly work = inject(TaskWork);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly counts = inject(TaskCounts).counts;
  /** The list, in the address. */
  readonly list = input<string>();

  protected readonly boxes = taskBoxSchema.options;
  protected readonly box = computed<TaskBox>(() => this.boxes.find((box) => box === this.list()) ?? 'team');
  protected readonly first = this.api.read(readTasks, () => ({ query: { box: this.box() } }));
  protected readonly further = new FurtherPages<Task>(this.first, (cursor) =>
    this.api.send(readTasks, { query: { box: this.box(), cursor } }),
  );
  protected readonly problem = this.work.problem;

  constructor() {
    inject(Live).onChange('task', () => this.first.reload());
    inject(TaskCounts).refresh();
    this.problem.set(undefined);
  }

  protected show(task: Task): void {
    const place = placeOfTask(task);
    if (place) void this.router.navigate(place);
  }

  protected async act({ task, act }: ActOnTask): Promise<void> {
    const done = await {
      claim: () => this.work.claim(task),
      handOver: () => this.work.handOver(task, act.kind === 'handOver' ? act.staffId : null),
      snooze: () => this.work.snooze(task, act.kind === 'snooze' ? act.until : ''),
      finish: () => this.work.finish(task, act.kind === 'finish' ? act.result : ''),
    }[act.kind]();
    if (done) this.toasts.show(this.t(`task.done.${act.kind}`));
    this.first.reload();
  }
}
