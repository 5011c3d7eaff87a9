import { Component, computed, inject } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { injectText, Tile } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readFreeSlots } from '@lotse/waiting-list/model';
import { freeSlotsTexts } from './free-slots-texts';

/** How many free slots of the county others have published; for those who coordinate, how many wait for their decision. */
@Component({
  selector: 'lotse-free-slots-tile',
  imports: [Tile],
  template: `<lotse-tile
    link="/freie-plaetze"
    icon="calendar-plus"
    [label]="t('freeSlots.tile.label')"
    [count]="count()"
    [note]="note()"
  />`,
})
export class FreeSlotsTile {
  protected readonly t = injectText('freeSlots', freeSlotsTexts);
  private readonly coordinates = inject(CurrentSession).may('freeSlot.publish') && !inject(CurrentSession).may('waitingList.offerSlot');
  private readonly slots = inject(Api).read(readFreeSlots, () => ({ query: { limit: 100 } }));
  protected readonly count = computed(() => {
    if (!this.slots.hasValue()) return undefined;
    return this.slots.value().items.filter(({ publishedAt, isOwn }) => (this.coordinates ? publishedAt === null : !isOwn)).length;
  });
  protected readonly note = computed(() =>
    this.t(this.coordinates ? 'freeSlots.tile.noteCounty' : 'freeSlots.tile.note', { count: this.count() ?? 0 }),
  );

  constructor() {
    inject(Live).onChange('slot', () => this.slots.reload());
  }
}
