import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, FurtherPages, Live } from '@lotse/client-kit/api';
import { injectText, Loaded, Page, RestOfList, State } from '@lotse/client-kit/ui';
import { readOffers, type SlotOffer } from '@lotse/waiting-list/model';
import { PatientReading } from '../words/patient-reading';
import { EndedOffers } from './ended-offers';
import { OfferPanel } from './offer-panel';
import type { OfferResult } from './offer-result';
import { ResultNote } from './result-note';

/** `/angebote`: slot offers of the own organisation on either side; running ones by the time that is left, ended ones newest first. */
@Component({
  selector: 'lotse-offers-page',
  imports: [EndedOffers, Loaded, OfferPanel, Page, RestOfList, ResultNote, State],
  template: `
    <lotse-page
      [title]="t('waitingList.offers.title')"
      [count]="view() === 'running' && offers.hasValue() ? further.items().length : undefined"
      [lead]="summary()"
    >
      <ng-container pageActs>
        <div class="segments" role="group" [attr.aria-label]="t('waitingList.offers.view')">
          <button type="button" class="segment" [attr.aria-pressed]="view() === 'running'" (click)="show(null)">
            {{ t('waitingList.offers.running') }}
          </button>
          <button type="button" class="segment" [attr.aria-pressed]="view() === 'ended'" (click)="show('ended')">
            {{ t('waitingList.offers.ended') }}
          </button>
        </div>
      </ng-container>
      <lotse-result-note [result]="result()" (dismiss)="result.set(undefined)" />
      <lotse-state
        [of]="offers"
        [empty]="offers.hasValue() && offers.value().items.length === 0"
        [emptiness]="view() === 'running' ? 'done' : 'none'"
        [emptyText]="t(view() === 'running' ? 'waitingList.offers.empty' : 'waitingList.offers.emptyEnded')"
        [rows]="3"
        [rowHeight]="200"
      >
        <ng-template [lotseLoaded]="offers">
          @if (view() === 'ended') {
            <lotse-ended-offers [offers]="further.items()" />
          } @else {
            <ul class="cards">
              @for (offer of further.items(); track offer.id) {
                <li><lotse-offer-panel [offer]="offer" [first]="$first" (changed)="changed($event)" (writing)="reading.hold($event)" /></li>
              }
            </ul>
          }
          <lotse-rest-of-list [pages]="further" />
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
})
export class OffersPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  readonly state = input<string>();
  protected readonly view = computed<'running' | 'ended'>(() => (this.state() === 'ended' ? 'ended' : 'running'));
  protected readonly result = signal<OfferResult | undefined>(undefined);
  protected readonly offers = this.api.read(readOffers, () => ({ query: { state: this.view() } }));
  protected readonly further = new FurtherPages<SlotOffer>(this.offers, (cursor) =>
    this.api.send(readOffers, { query: { state: this.view(), cursor } }),
  );
  protected readonly reading = new PatientReading(this.offers);
  protected readonly summary = computed(() => {
    const offers = this.further.items();
    if (this.view() === 'ended' || offers.length === 0) return undefined;
    const mine = offers.filter(({ side }) => side === 'referrer').length;
    return mine > 0
      ? this.t('waitingList.offers.summary', { count: mine })
      : this.t('waitingList.offers.summaryOffered', { count: offers.length });
  });

  constructor() {
    inject(Live).onChange('offer', () => this.reading.again());
  }

  protected show(state: 'ended' | null): void {
    this.result.set(undefined);
    void this.router.navigate([], { queryParams: { state } });
  }

  protected changed(result: OfferResult | undefined): void {
    if (result) this.result.set(result);
    this.reading.again();
  }
}
