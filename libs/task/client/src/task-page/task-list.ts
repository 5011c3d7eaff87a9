import { Component, inject, input, output, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chip, DeadlineRibbon, Icon, injectText, Language, momentText, type RowKey, Table, Worklist } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { Task } from '@lotse/task/model';
import { TaskMenu, type TaskAct } from './task-menu';
import { placeOfTask } from './task-place';

/** What somebody does with a task of the list. */
export interface ActOnTask {
  readonly task: Task;
  readonly act: TaskAct;
}

/** Tasks, the next due first; a card each on a phone. */
@Component({
  selector: 'lotse-task-list',
  imports: [Chip, DeadlineRibbon, Icon, RouterLink, Table, TaskMenu, Worklist],
  templateUrl: './task-list.html',
})
export class TaskList {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  private readonly language = inject(Language);
  private readonly menus = viewChildren(TaskMenu);
  readonly tasks = input.required<readonly Task[]>();
  readonly act = output<ActOnTask>();
  readonly show = output<Task>();
  protected readonly placeOf = placeOfTask;

  protected nameOf(task: Task): string {
    const name = this.t(`task.kind.${task.kind}`);
    const of = task.facts['of'];
    return of ? `${name}: ${this.t(`task.kind.${String(of)}`)}` : name;
  }

  protected isMine(task: Task): boolean {
    return task.owner !== null && task.owner.id === this.session.session()?.staff.id;
  }

  protected aboutOf({ facts }: Task): string {
    const startsAt = facts['startsAt'];
    const when = typeof startsAt === 'string' ? momentText(startsAt, this.language.current()) : undefined;
    return [facts['reference'], facts['service'], when, facts['day'], facts['note']].filter(Boolean).join(' · ');
  }

  protected isLate({ dueAt }: Task): boolean {
    return new Date(dueAt) < new Date();
  }

  protected open(id: string): void {
    const task = this.find(id);
    if (task) this.show.emit(task);
  }

  protected pressed({ row, key }: RowKey): void {
    const task = this.find(row);
    if (!task) return;
    if (key === 'u') this.act.emit({ task, act: { kind: 'claim' } });
    else
      this.menus()
        .find((menu) => menu.task().id === row)
        ?.open();
  }

  private find(id: string): Task | undefined {
    return this.tasks().find((task) => task.id === id);
  }
}
