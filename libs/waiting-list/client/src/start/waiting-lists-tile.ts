import { Component, computed, inject } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { injectText, Tile } from '@lotse/client-kit/ui';
import { readWaitingLists } from '@lotse/waiting-list/model';
import { waitingListTexts } from '../waiting-list-texts';

/** How many people wait for the services of the own organisation. */
@Component({
  selector: 'lotse-waiting-lists-tile',
  imports: [Tile],
  template: `<lotse-tile
    link="/warteliste"
    icon="list-ordered"
    [label]="t('waitingList.tile.lists.label')"
    [count]="waiting()"
    [note]="note()"
  />`,
})
export class WaitingListsTile {
  protected readonly t = injectText('waitingList', waitingListTexts);
  private readonly lists = inject(Api).read(readWaitingLists, () => ({}));
  private readonly items = computed(() => (this.lists.hasValue() ? this.lists.value().items : undefined));
  protected readonly waiting = computed(() => this.items()?.reduce((sum, { waiting }) => sum + waiting, 0));
  protected readonly note = computed(() => {
    const overdue = this.items()?.reduce((sum, list) => sum + list.overdue, 0) ?? 0;
    const note = this.t('waitingList.tile.lists.note', { count: this.waiting() ?? 0 });
    return overdue > 0 ? this.t('waitingList.tile.lists.overdue', { note, count: overdue }) : note;
  });

  constructor() {
    const live = inject(Live);
    for (const subject of ['offer', 'referral']) live.onChange(subject, () => this.lists.reload());
  }
}
