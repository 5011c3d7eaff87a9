import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { DayPipe, Icon, injectText, Popup } from '@lotse/client-kit/ui';
import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { Colleagues } from '@lotse/identity/client';
import { refusedTaskSnooze, resultsOf, type Task } from '@lotse/task/model';

/** What somebody chose to do with a task. */
export type TaskAct =
  { kind: 'handOver'; staffId: string | null } | { kind: 'snooze'; until: string } | { kind: 'finish'; result: string } | { kind: 'claim' };

/** Everything that can be done with a task besides opening it. */
@Component({
  selector: 'lotse-task-menu',
  imports: [DayPipe, Icon, Popup],
  template: `
    <lotse-popup buttonClass="button icon-button" align="end" [label]="t('task.act.moreFor', { name: name() })">
      <ng-container popupButton><lotse-icon name="ellipsis" [size]="16" /></ng-container>
      @for (result of results(); track result) {
        <button type="button" class="menu-item" (click)="act.emit({ kind: 'finish', result })">
          <lotse-icon name="check" [size]="16" />{{ t('task.finishAs', { result: t('task.result.' + result) }) }}
        </button>
      }
      @for (day of days(); track day) {
        <button type="button" class="menu-item" (click)="act.emit({ kind: 'snooze', until: day })">
          <lotse-icon name="alarm-clock" [size]="16" />{{ t('task.act.until', { day: (day | day) }) }}
        </button>
      }
      @for (one of others(); track one.id) {
        <button type="button" class="menu-item" (click)="act.emit({ kind: 'handOver', staffId: one.id })">
          <lotse-icon name="user-round" [size]="16" />{{ t('task.act.to', { name: one.displayName }) }}
        </button>
      }
      @if (task().owner) {
        <button type="button" class="menu-item" (click)="act.emit({ kind: 'handOver', staffId: null })">
          <lotse-icon name="users" [size]="16" />{{ t('task.act.toTeam') }}
        </button>
      }
    </lotse-popup>
  `,
})
export class TaskMenu {
  protected readonly t = injectText();
  private readonly popup = viewChild.required(Popup);
  private readonly colleagues = inject(Colleagues);
  readonly task = input.required<Task>();
  readonly name = input.required<string>();
  readonly act = output<TaskAct>();

  protected readonly results = computed(() => resultsOf(this.task().kind));
  protected readonly others = computed(() => this.colleagues.items().filter(({ id }) => id !== this.task().owner?.id));
  /** Tomorrow, in three days, in a week: whichever of them the due date leaves. */
  protected readonly days = computed(() => {
    const { state, dueAt } = this.task();
    const now = new Date();
    const today = calendarDayOf(now);
    const found = [1, 3, 7].map((count) => addCalendarDays(today, count));
    return found.filter((day) => refusedTaskSnooze(day, { state, dueAt: new Date(dueAt) }, now) === undefined);
  });

  open(): void {
    this.popup().show();
  }
}
