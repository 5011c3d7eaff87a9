import { Component, computed, inject } from '@angular/core';
import { injectText } from '@lotse/client-kit/ui';
import { taskTexts } from '../task-texts';
import { TaskCounts } from './task-counts';

/** Beside the place in the rail: how many tasks are one's own or overdue. */
@Component({
  selector: 'lotse-task-count',
  template: `
    @if (count() > 0) {
      <span class="rail-count" aria-hidden="true">{{ count() > 99 ? '99+' : count() }}</span>
      <span class="visually-hidden">{{ t('task.railCount', { count: count() }) }}</span>
    }
  `,
  styles: `
    :host {
      margin-inline-start: auto;
    }
    .rail-count {
      padding: 1px 7px;
      border-radius: var(--radius-panel);
      background: var(--due-ground);
      color: var(--due-ink);
      font-size: var(--text-small);
      font-weight: 620;
    }
  `,
})
export class TaskCount {
  protected readonly t = injectText('task', taskTexts);
  private readonly counts = inject(TaskCounts).counts;
  protected readonly count = computed(() => this.counts()?.team ?? 0);
}
