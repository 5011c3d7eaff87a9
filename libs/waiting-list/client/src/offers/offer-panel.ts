import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { BornPipe, Icon, injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { SlotOffer } from '@lotse/waiting-list/model';
import { Countdown } from '../marks/countdown';
import { PhoneLink } from '../marks/phone-link';
import { injectSlotTime } from '../words/slot-words';
import { spokenName } from '../words/spoken-name';
import { datesOf } from '../words/taken-date';
import { AnswerOffer } from './answer-offer';
import { OfferOpenness } from './offer-openness';
import { OfferFacts } from './offer-facts';
import type { OfferResult } from './offer-result';
import { WithdrawOffer } from './withdraw-offer';

/** A running offer: who, when, how long it is held, and what one's own side can do with it. */
@Component({
  selector: 'lotse-offer-panel',
  imports: [BornPipe, AnswerOffer, Countdown, Icon, OfferFacts, OfferOpenness, PhoneLink, WithdrawOffer],
  template: `
    @if (heading(); as heading) {
      <h2 class="offer-heading">{{ heading }}</h2>
    }
    <header class="card-head">
      <div>
        @if (!onReferral()) {
          <h2 class="card-title">{{ offer().personName }}</h2>
          <p class="card-sub">{{ offer().birthDate | born: 'short' }}</p>
        }
        <p class="offer-turn" [class.is-mine]="isMine()">
          {{ isMine() ? t('waitingList.offers.waitsForYou') : t('waitingList.offers.waitsFor', { name: offer().referrerName }) }}
        </p>
      </div>
    </header>
    @for (date of datesOf(offer()); track date.id) {
      <div class="offer-when">
        <lotse-icon name="calendar-clock" />
        <div>
          @if (!$first) {
            <p class="muted">{{ t('waitingList.offers.orElse') }}</p>
          }
          <p>
            <strong>{{ time(date) }}</strong>
          </p>
          <p class="muted">{{ t('waitingList.slot.mode.' + date.mode) }} · {{ date.scheduleName }}</p>
          @if (date.place) {
            <p class="muted">{{ date.place }}</p>
          }
        </div>
      </div>
    }
    <lotse-countdown [until]="offer().expiresAt" />
    <lotse-offer-openness [offer]="offer()" />
    @if (!onReferral()) {
      <lotse-offer-facts [offer]="offer()" />
    }
    @if (mayAnswer() || mayWithdraw()) {
      <footer class="card-foot">
        <lotse-phone-link
          [number]="offer().phone"
          [concealed]="offer().hidden.includes('contact')"
          [name]="offer().personName"
          [asButton]="true"
        />
        @if (mayWithdraw()) {
          <button
            type="button"
            class="button is-text withdraw"
            [attr.aria-label]="t('waitingList.offers.withdrawOf', { name: spoken(offer().personName) })"
            (click)="withdrawing.set(true)"
          >
            {{ t('waitingList.offers.withdraw') }}
          </button>
        }
        @if (mayAnswer()) {
          <button
            type="button"
            class="button"
            [class.is-filled]="first() && isMine()"
            [attr.aria-label]="t('waitingList.offers.answerOf', { name: spoken(offer().personName) })"
            (click)="answering.set(true)"
          >
            <lotse-icon name="pencil" [size]="16" />{{ t('waitingList.offers.answer') }}
          </button>
        }
      </footer>
      <lotse-answer-offer [offer]="offer()" [(open)]="answering" (changed)="changed.emit($event)" />
      <lotse-withdraw-offer [offer]="offer()" [(open)]="withdrawing" (changed)="changed.emit($event)" />
    }
  `,
  styles: `
    .offer-heading {
      color: var(--pine);
      font-size: var(--text-base);
    }
    .offer-when {
      display: flex;
      gap: var(--space-3);
    }
    .offer-when lotse-icon {
      margin-block-start: 2px;
      color: var(--pine);
    }
    .offer-turn {
      color: var(--muted);
      font-size: 14px;
    }
    .offer-turn.is-mine {
      color: var(--pine);
      font-weight: 620;
    }
    .card-foot {
      justify-content: flex-end;
      column-gap: var(--space-2);
    }
    .card-foot lotse-phone-link {
      margin-inline-end: auto;
    }
    lotse-answer-offer,
    lotse-withdraw-offer {
      position: absolute;
    }
    @media screen and (max-width: 700px) {
      .card-foot .button {
        min-block-size: 48px;
      }
      .card-foot > * {
        inline-size: 100%;
      }
      .card-foot {
        flex-direction: column;
      }
      .card-foot .withdraw {
        order: 1;
      }
    }
  `,
  host: { class: 'card' },
})
export class OfferPanel {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;
  protected readonly time = injectSlotTime();
  protected readonly datesOf = datesOf;
  private readonly session = inject(CurrentSession);

  readonly offer = input.required<SlotOffer>();
  readonly heading = input<string>();
  /** On the page of its referral: whom it concerns stands there already. */
  readonly onReferral = input(false);
  /** Whether it is the first in a list: its act is the one that stands out. */
  readonly first = input(false);
  /** It was answered or withdrawn, or turned out to have changed. */
  readonly changed = output<OfferResult | undefined>();
  /** Whether somebody is writing an answer or a reason; the list around it then stays as it is. */
  readonly writing = output<boolean>();

  protected readonly answering = signal(false);
  protected readonly withdrawing = signal(false);
  private readonly isWriting = computed(() => this.answering() || this.withdrawing());
  protected readonly isMine = computed(() => this.offer().side === 'referrer');
  protected readonly mayAnswer = computed(() => this.session.may('waitingList.answerOffer'));
  protected readonly mayWithdraw = computed(() => this.session.may('waitingList.withdrawOffer') && !this.isMine());

  constructor() {
    effect(() => this.writing.emit(this.isWriting()));
  }
}
