import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Fact, injectText } from '@lotse/client-kit/ui';
import type { SlotOffer } from '@lotse/waiting-list/model';
import { PhoneLink } from '../marks/phone-link';

/** Whom an offer concerns and how they are reached. */
@Component({
  selector: 'lotse-offer-facts',
  imports: [Fact, PhoneLink, RouterLink],
  template: `
    <dl class="facts">
      @if (offer().side === 'referrer') {
        <div lotseFact [term]="t('waitingList.offers.with')">
          {{ offer().serviceName }}, {{ offer().organisationName }}
          @if (offer().organisationPhone; as phone) {
            <br /><lotse-phone-link [number]="phone" [name]="offer().organisationName" />
          }
        </div>
      } @else {
        <div lotseFact [term]="t('waitingList.offers.service')">{{ offer().serviceName }}</div>
      }
      <div lotseFact [term]="t('waitingList.offers.referral')">
        <a [routerLink]="['/zuweisungen', offer().referralId]">{{ offer().reference }}</a>
      </div>
    </dl>
  `,
})
export class OfferFacts {
  protected readonly t = injectText();
  readonly offer = input.required<SlotOffer>();
}
