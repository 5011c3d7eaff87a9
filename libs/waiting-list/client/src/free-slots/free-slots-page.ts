import { Component, computed, inject } from '@angular/core';
import { Api, FurtherPages, Live } from '@lotse/client-kit/api';
import { Failure, injectText, Loaded, Page, RestOfList, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readFreeSlots, type FreeSlot } from '@lotse/waiting-list/model';
import { freeSlotsTexts } from './free-slots-texts';
import { FreeSlotsTable } from './free-slots-table';
import { Publishing } from './publishing';

/** `/freie-plaetze`: free slots that fit nobody on their own list. Those who coordinate decide which of them others see. */
@Component({
  selector: 'lotse-free-slots-page',
  imports: [Failure, FreeSlotsTable, Loaded, Page, RestOfList, State],
  template: `
    <lotse-page
      [title]="t('freeSlots.title')"
      [lead]="t(coordinates() ? 'freeSlots.leadCounty' : 'freeSlots.lead')"
      [count]="slots.hasValue() ? further.items().length : undefined"
    >
      @if (publishing.problem(); as problem) {
        <lotse-failure [problem]="problem" (retry)="slots.reload()" />
      }
      <lotse-state
        [of]="slots"
        [empty]="slots.hasValue() && slots.value().items.length === 0"
        emptiness="none"
        [emptyText]="t(coordinates() ? 'freeSlots.emptyCounty' : 'freeSlots.empty')"
        [rows]="4"
      >
        <ng-template [lotseLoaded]="slots">
          <lotse-free-slots-table
            [slots]="further.items()"
            [coordinates]="coordinates()"
            [busy]="publishing.busy()"
            (turn)="turn($event.which, $event.slot)"
          />
          <lotse-rest-of-list [pages]="further" />
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
})
export class FreeSlotsPage {
  protected readonly t = injectText('freeSlots', freeSlotsTexts);
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);

  protected readonly slots = this.api.read(readFreeSlots, () => ({}));
  protected readonly further = new FurtherPages<FreeSlot>(this.slots, (cursor) => this.api.send(readFreeSlots, { query: { cursor } }));
  /** Of slots of their own, whoever offers them publishes them where they offer them. */
  protected readonly coordinates = computed(() => this.session.may('freeSlot.publish') && !this.session.may('waitingList.offerSlot'));
  protected readonly publishing = new Publishing();

  constructor() {
    inject(Live).onChange('slot', () => this.slots.reload());
  }

  protected async turn(which: 'publish' | 'unpublish', slot: FreeSlot): Promise<void> {
    await this.publishing.turn(which, slot);
    this.slots.reload();
  }
}
