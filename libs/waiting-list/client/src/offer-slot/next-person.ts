import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BornPipe, DeadlineRibbon, Fact, Icon, injectText } from '@lotse/client-kit/ui';
import type { WaitingListEntry } from '@lotse/waiting-list/model';
import { PhoneLink } from '../marks/phone-link';
import { UrgencyMark } from '../marks/urgency-mark';
import { rankSentence } from '../words/rank-sentence';
import { shortNoticeText } from '../words/short-notice';
import { spokenName } from '../words/spoken-name';
import { targetOf } from '../words/waiting-clock';

/** Whom the slot goes to if nobody says otherwise: why, how to reach them; on what terms stands inside. */
@Component({
  selector: 'lotse-next-person',
  imports: [BornPipe, DeadlineRibbon, Fact, Icon, PhoneLink, RouterLink, UrgencyMark],
  template: `
    <header class="panel-head">
      <div>
        <h2 class="next-label">{{ t('waitingList.offerSlot.next') }}</h2>
        <p class="next-name">
          <a [routerLink]="['/zuweisungen', entry().referralId]">{{ spoken(entry().personName) }}</a>
        </p>
      </div>
      <lotse-waiting-urgency [urgency]="entry().urgency" />
    </header>
    <p class="next-reason">{{ sentence() }}</p>
    @if (sameTrip(); as trip) {
      <p class="next-trip"><lotse-icon name="route" [size]="16" />{{ trip }}</p>
    }
    <lotse-deadline-ribbon [start]="entry().receivedAt" [due]="due()" [label]="t('waitingList.waited')" />
    <dl class="facts is-two">
      <div lotseFact [term]="t('waitingList.offers.personPhone')">
        <lotse-phone-link [number]="entry().phone" [concealed]="entry().hidden.includes('contact')" [name]="entry().personName" />
      </div>
      <div lotseFact [term]="t('waitingList.offers.from')">{{ entry().referrerName }}</div>
      <div lotseFact [term]="t('waitingList.column.person')">{{ entry().birthDate | born: 'short' }}, {{ entry().reference }}</div>
      <div lotseFact [term]="t('waitingList.column.shortNotice')">{{ shortNotice() }}</div>
    </dl>
    <div class="next-offer">
      <ng-content />
      <button
        type="button"
        class="button is-filled next-button"
        [attr.aria-disabled]="busy() || null"
        [attr.aria-label]="t('waitingList.offerSlot.offerTo', { name: spoken(entry().personName) })"
        (click)="offer.emit()"
      >
        <lotse-icon name="send" />{{ t('waitingList.offerSlot.offer') }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .panel-head {
      margin: 0;
      align-items: flex-start;
    }
    .next-label {
      color: var(--pine);
      font-size: var(--text-base);
    }
    .next-name {
      font-size: 22px;
      font-weight: 650;
      line-height: 1.3;
    }
    .next-name a {
      color: inherit;
    }
    .next-trip {
      display: flex;
      gap: var(--space-2);
      align-items: center;
    }
    .next-reason {
      font-size: 17px;
    }
    .next-offer {
      display: grid;
      gap: var(--space-4);
      padding-block-start: var(--space-4);
      border-block-start: 1px solid var(--hairline);
    }
    .next-button {
      justify-self: start;
      padding-inline: 20px;
    }
    @media screen and (max-width: 700px) {
      .next-button {
        justify-self: stretch;
        min-block-size: 48px;
      }
    }
  `,
  host: { class: 'panel' },
})
export class NextPerson {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;

  readonly entry = input.required<WaitingListEntry>();
  /** That they are near on the same day anyway. */
  readonly sameTrip = input<string>();
  readonly busy = input(false);
  readonly offer = output();

  protected readonly sentence = computed(() => rankSentence(this.t, this.entry()));
  protected readonly due = computed(() => targetOf(this.entry()));
  protected readonly shortNotice = computed(() => shortNoticeText(this.t, this.entry(), 'answer'));
}
