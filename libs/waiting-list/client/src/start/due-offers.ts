import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, Live } from '@lotse/client-kit/api';
import { injectText } from '@lotse/client-kit/ui';
import { readOffers } from '@lotse/waiting-list/model';
import { Countdown } from '../marks/countdown';
import { PhoneLink } from '../marks/phone-link';
import { waitingListTexts } from '../waiting-list-texts';
import { injectSlotTime } from '../words/slot-words';

const shown = 7;

/** Slot offers that wait for an answer from the own organisation: the nearest end first. Nothing at all when there are none. */
@Component({
  selector: 'lotse-due-offers',
  imports: [Countdown, PhoneLink, RouterLink],
  template: `
    @if (due().length > 0) {
      <section class="panel" aria-labelledby="due-offers">
        <header class="panel-head">
          <h2 id="due-offers">{{ t('waitingList.tile.due.heading') }}</h2>
          <a routerLink="/angebote">{{ t('waitingList.tile.due.all') }}</a>
        </header>
        <ul>
          @for (offer of due().slice(0, shown); track offer.id) {
            <li>
              <p>
                <a class="due-name" routerLink="/angebote">{{ offer.personName }}</a><span class="cell-sub"
                  >{{ time(offer.slot) }} · {{ offer.serviceName }}</span
                >
              </p>
              <lotse-countdown [until]="offer.expiresAt" />
              <lotse-phone-link [number]="offer.phone" [concealed]="offer.hidden.includes('contact')" [name]="offer.personName" />
            </li>
          }
        </ul>
        @if (due().length > shown) {
          <p class="muted small">{{ t('waitingList.tile.due.more', { count: due().length - shown }) }}</p>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host(:has(section)) {
      margin-block-end: var(--space-5);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 10rem;
      align-items: center;
      gap: var(--space-1) var(--space-4);
      padding: var(--space-2) 0;
    }
    li + li {
      border-block-start: 1px solid var(--hairline);
    }
    .due-name {
      color: inherit;
      font-weight: 620;
    }
    @media screen and (max-width: 900px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class DueOffers {
  protected readonly t = injectText('waitingList', waitingListTexts);
  protected readonly time = injectSlotTime();
  protected readonly shown = shown;
  private readonly offers = inject(Api).read(readOffers, () => ({ query: { state: 'running' as const, limit: 100 } }));
  protected readonly due = computed(() =>
    this.offers.hasValue() ? this.offers.value().items.filter(({ side }) => side === 'referrer') : [],
  );

  constructor() {
    inject(Live).onChange('offer', () => this.offers.reload());
  }
}
