import { millisecondsPerDay } from '@lotse/kernel';
import { Component, computed, inject } from '@angular/core';
import { readSlots } from '@lotse/calendar/model';
import { Api, Live } from '@lotse/client-kit/api';
import { injectText, Tile } from '@lotse/client-kit/ui';
import { calendarTexts } from '../calendar-texts';

const ahead = 14 * millisecondsPerDay;

/** How many slots are still free in the next two weeks; the way to the calendar. */
@Component({
  selector: 'lotse-free-slots-tile',
  imports: [Tile],
  template: `<lotse-tile link="/termine" icon="calendar-days" [label]="t('calendar.tile.label')" [count]="count()" [note]="note()" />`,
})
export class FreeSlotsTile {
  protected readonly t = injectText('calendar', calendarTexts);
  private readonly from = new Date();

  protected readonly slots = inject(Api).read(readSlots, () => ({
    query: { from: this.from.toISOString(), to: new Date(this.from.getTime() + ahead).toISOString(), state: 'open' as const, limit: 100 },
  }));
  protected readonly count = computed(() => {
    if (!this.slots.hasValue()) return undefined;
    const { items, nextCursor } = this.slots.value();
    return nextCursor === null ? items.length : this.t('calendar.tile.more', { count: items.length });
  });
  protected readonly note = computed(() =>
    this.t('calendar.tile.note', { count: this.slots.hasValue() ? this.slots.value().items.length : 0 }),
  );

  constructor() {
    const live = inject(Live);
    for (const subject of ['slot', 'offer']) live.onChange(subject, () => this.slots.reload());
  }
}
