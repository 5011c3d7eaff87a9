import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, Live } from '@lotse/client-kit/api';
import { Announcer, Failure, injectText, LoadMore, Loaded, Page, State, Toasts } from '@lotse/client-kit/ui';
import { readTasks, type Task, type TaskBox, taskBoxSchema } from '@lotse/task/model';
import { TaskCounts } from '../start/task-counts';
import { TaskList, type ActOnTask } from './task-list';
import { placeOfTask } from './task-place';
import { TaskWork } from './task-work';

/** `/aufgaben`: one's own tasks, those of the own teams, what is late, what was put aside. */
@Component({
  selector: 'lotse-task-page',
  imports: [Failure, LoadMore, Loaded, Page, RouterLink, State, TaskList],
  templateUrl: './task-page.html',
})
export class TaskPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly work = inject(TaskWork);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  protected readonly counts = inject(TaskCounts).counts;
  /** The list, in the address. */
  readonly list = input<string>();

  protected readonly boxes = taskBoxSchema.options;
  protected readonly box = computed<TaskBox>(() => this.boxes.find((box) => box === this.list()) ?? 'team');
  protected readonly first = this.api.read(readTasks, () => ({ query: { box: this.box() } }));
  private readonly further = linkedSignal<unknown, { items: Task[]; cursor: string | null } | undefined>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: () => undefined,
  });
  protected readonly tasks = computed(() => [...(this.first.hasValue() ? this.first.value().items : []), ...(this.further()?.items ?? [])]);
  protected readonly cursor = computed(
    () => this.further()?.cursor ?? (this.further() ? null : this.first.hasValue() ? this.first.value().nextCursor : null),
  );
  protected readonly busy = signal(false);
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

  protected async more(): Promise<void> {
    const cursor = this.cursor();
    if (!cursor || this.busy()) return;
    this.busy.set(true);
    try {
      const page = await this.api.send(readTasks, { query: { box: this.box(), cursor } });
      const items = [...(this.further()?.items ?? []), ...page.items];
      this.further.set({ items, cursor: page.nextCursor });
      this.announcer.say(this.t('task.moreLoaded', { count: page.items.length }));
    } finally {
      this.busy.set(false);
    }
  }
}
