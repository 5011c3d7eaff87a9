import { Component, computed, inject, input, signal } from '@angular/core';
import { Chip, injectText, MomentTextPipe, Table, type Tone } from '@lotse/client-kit/ui';
import type { PastOffer } from '@lotse/waiting-list/model';
import { DeclineReasons } from '../words/decline-reasons';
import { injectSlotTime } from '../words/slot-words';
import { injectWhatFollowed } from '../words/what-followed';
import { entryTexts } from './entry-texts';
import { OfferDecision } from './offer-decision';

const tones: Partial<Record<PastOffer['state'], Tone>> = { sent: 'due', accepted: 'done' };

/** Every slot that somebody was offered, and what came of it. */
@Component({
  selector: 'lotse-past-offers',
  imports: [Chip, MomentTextPipe, OfferDecision, Table],
  template: `
    <h2>{{ t('waitingEntry.offers.heading') }}</h2>
    @if (offers().length === 0) {
      <p>{{ t('waitingEntry.offers.none') }}</p>
    } @else {
      <lotse-table [caption]="t('waitingEntry.offers.heading')" [columns]="columns()">
        <tbody>
          @for (one of offers(); track one.id) {
            <tr>
              <th scope="row" class="cell-main">
                {{ time(one) }} <span class="cell-sub">{{ one.scheduleName }} · {{ t('waitingEntry.mode.' + one.mode) }}</span>
              </th>
              <td [attr.data-label]="t('waitingEntry.offers.offered')">
                <div>
                  {{ one.offeredAt | moment }}
                  @if (one.outOfTurn) {
                    <span class="cell-sub">{{ t('waitingEntry.offers.outOfTurn') }}</span>
                  }
                  @if (one.wasRanked) {
                    <button
                      type="button"
                      class="button is-text is-small no-print"
                      [attr.aria-label]="t('waitingEntry.decision.openOf', { slot: time(one) })"
                      (click)="explained.set(one.id); explaining.set(true)"
                    >
                      {{ t('waitingEntry.decision.open') }}
                    </button>
                  }
                </div>
              </td>
              <td [attr.data-label]="t('waitingEntry.offers.result')">
                <div>
                  <lotse-chip [tone]="tones[one.state] ?? 'plain'">{{ t('waitingList.offers.state.' + one.state) }}</lotse-chip>
                  @if (one.overtakenBy; as by) {
                    <span class="cell-sub">{{ t('waitingList.offers.overtaken.' + by) }}</span>
                  }
                  @if (one.declineReason; as reason) {
                    <span class="cell-sub">{{ reasons.text(reason) }}</span>
                  }
                  @if (follows(one); as consequence) {
                    <span class="cell-sub">{{ consequence }}</span>
                  }
                </div>
              </td>
            </tr>
          }
        </tbody>
      </lotse-table>
      @if (explained(); as id) {
        <lotse-offer-decision [offerId]="id" [(open)]="explaining" />
      }
    }
  `,
  styles: `
    /* Its words begin where those above do. */
    .button {
      display: flex;
      inline-size: max-content;
      margin-inline-start: calc(-1 * var(--space-3));
    }
  `,
  host: { class: 'panel stack' },
})
export class PastOffers {
  protected readonly t = injectText('waitingEntry', entryTexts);
  protected readonly time = injectSlotTime();
  protected readonly reasons = inject(DeclineReasons);
  protected readonly follows = injectWhatFollowed();
  protected readonly tones = tones;
  /** The offer whose decision was asked for. */
  protected readonly explained = signal<string | undefined>(undefined);
  protected readonly explaining = signal(false);
  readonly offers = input.required<readonly PastOffer[]>();
  protected readonly columns = computed(() => (['slot', 'offered', 'result'] as const).map((key) => this.t(`waitingEntry.offers.${key}`)));
}
