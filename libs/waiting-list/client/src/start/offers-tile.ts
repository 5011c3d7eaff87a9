import { Component, computed, inject } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { injectText, Tile } from '@lotse/client-kit/ui';
import { readOffers } from '@lotse/waiting-list/model';
import { waitingListTexts } from '../waiting-list-texts';

/** How many slot offers run, and on whom they wait. */
@Component({
  selector: 'lotse-offers-tile',
  imports: [Tile],
  template: `<lotse-tile
    link="/angebote"
    icon="hand-helping"
    [label]="t('waitingList.tile.offers.label')"
    [count]="count()"
    [note]="note()"
  />`,
})
export class OffersTile {
  protected readonly t = injectText('waitingList', waitingListTexts);
  private readonly offers = inject(Api).read(readOffers, () => ({ query: { state: 'running' as const, limit: 100 } }));
  private readonly found = computed(() => (this.offers.hasValue() ? this.offers.value().items : undefined));
  private readonly toAnswer = computed(() => this.found()?.filter(({ side }) => side === 'referrer').length ?? 0);
  protected readonly count = computed(() => (this.toAnswer() > 0 ? this.toAnswer() : this.found()?.length));
  protected readonly note = computed(() => {
    const count = this.count();
    if (!count) return this.t('waitingList.tile.offers.none');
    return this.t(this.toAnswer() > 0 ? 'waitingList.tile.offers.toAnswer' : 'waitingList.tile.offers.offered', { count });
  });

  constructor() {
    inject(Live).onChange('offer', () => this.offers.reload());
  }
}
