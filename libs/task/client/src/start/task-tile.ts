import { Component, computed, inject } from '@angular/core';
import { injectText, Tile } from '@lotse/client-kit/ui';
import { taskTexts } from '../task-texts';
import { TaskCounts } from './task-counts';

/** How many tasks the own teams have, and how many are late. */
@Component({
  selector: 'lotse-task-tile',
  imports: [Tile],
  template: `<lotse-tile link="/aufgaben" icon="list-checks" [label]="t('task.title')" [count]="counts()?.team" [note]="note()" />`,
})
export class TaskTile {
  protected readonly t = injectText('task', taskTexts);
  protected readonly counts = inject(TaskCounts).counts;
  protected readonly note = computed(() => {
    const counts = this.counts();
    if (!counts) return undefined;
    const mine = this.t('task.tile.mine', { count: counts.mine });
    return counts.overdue > 0 ? `${mine} · ${this.t('task.tile.overdue', { count: counts.overdue })}` : mine;
  });
}
