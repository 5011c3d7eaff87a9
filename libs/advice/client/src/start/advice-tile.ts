import { Component, computed, inject } from '@angular/core';
import { injectText, Tile } from '@lotse/client-kit/ui';
import { adviceTexts } from '../advice-texts';
import { AdviceCounts } from './advice-counts';

/** How many enquiries wait for an answer, or for a look at one. */
@Component({
  selector: 'lotse-advice-tile',
  imports: [Tile],
  template: `<lotse-tile link="/anfragen" icon="message-circle" [label]="t('advice.title')" [count]="count()" [note]="note()" />`,
})
export class AdviceTile {
  protected readonly t = injectText('advice', adviceTexts);
  private readonly counts = inject(AdviceCounts).counts;
  protected readonly count = computed(() => {
    const counts = this.counts();
    return counts && counts.sentMine + counts.receivedMine;
  });
  protected readonly note = computed(() => {
    const counts = this.counts();
    if (!counts) return undefined;
    const waits = this.t('advice.tile.waits', { count: counts.sentMine + counts.receivedMine });
    return counts.overdue > 0 ? `${waits} · ${this.t('advice.tile.overdue', { count: counts.overdue })}` : waits;
  });
}
