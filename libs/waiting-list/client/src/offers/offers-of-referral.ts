import { Component, computed, inject, input, signal } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { injectText } from '@lotse/client-kit/ui';
import { readOffers } from '@lotse/waiting-list/model';
import { waitingListTexts } from '../waiting-list-texts';
import { PatientReading } from '../words/patient-reading';
import { OfferPanel } from './offer-panel';
import type { OfferResult } from './offer-result';
import { ResultNote } from './result-note';

/** On the page of a referral: what is offered to the person, instead of an appointment or besides the one that stays. It is answered here as it is among all offers. */
@Component({
  selector: 'lotse-offers-of-referral',
  imports: [OfferPanel, ResultNote],
  template: `
    <lotse-result-note [result]="result()" (dismiss)="result.set(undefined)" />
    @for (offer of running(); track offer.id) {
      <lotse-offer-panel
        [offer]="offer"
        [heading]="t(offer.staysUntilAccepted ? 'waitingList.offers.otherDate' : 'waitingList.offers.offered')"
        [first]="true"
        [onReferral]="true"
        (changed)="changed($event)"
        (writing)="reading.hold($event)"
      />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host(:not(:has(lotse-offer-panel, lotse-notice))) {
      display: none;
    }
  `,
})
export class OffersOfReferral {
  protected readonly t = injectText('waitingList', waitingListTexts);

  readonly referralId = input.required<string>();
  protected readonly result = signal<OfferResult | undefined>(undefined);
  private readonly offers = inject(Api).read(readOffers, () => ({ query: { state: 'running' as const, referralId: this.referralId() } }));
  protected readonly reading = new PatientReading(this.offers);
  protected readonly running = computed(() => (this.offers.hasValue() ? this.offers.value().items : []));

  constructor() {
    inject(Live).onChange('offer', () => this.reading.again());
  }

  protected changed(result: OfferResult | undefined): void {
    if (result) this.result.set(result);
    this.reading.again();
  }
}
