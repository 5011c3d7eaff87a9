import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BornPipe, Chip, type IconName, injectText, MomentTextPipe, Table, type Tone } from '@lotse/client-kit/ui';
import type { SlotOffer } from '@lotse/waiting-list/model';
import { DeclineReasons } from '../words/decline-reasons';
import { injectSlotTime } from '../words/slot-words';
import { takenDate } from '../words/taken-date';
import { injectWhatFollowed } from '../words/what-followed';

const marks: Readonly<Record<SlotOffer['state'], { tone: Tone; icon: IconName }>> = {
  deferred: { tone: 'plain', icon: 'hourglass' },
  sent: { tone: 'plain', icon: 'hourglass' },
  accepted: { tone: 'done', icon: 'calendar-check' },
  declined: { tone: 'plain', icon: 'x' },
  expired: { tone: 'due', icon: 'hourglass' },
  withdrawn: { tone: 'paused', icon: 'undo-2' },
  superseded: { tone: 'paused', icon: 'calendar-check' },
  undeliverable: { tone: 'due', icon: 'phone' },
};

/** How offers ended. */
@Component({
  selector: 'lotse-ended-offers',
  imports: [BornPipe, Chip, MomentTextPipe, RouterLink, Table],
  template: `
    <lotse-table
      [caption]="t('waitingList.offers.ended')"
      [columns]="[
        t('waitingList.offers.person'),
        t('waitingList.offers.slot'),
        t('waitingList.offers.result'),
        t('waitingList.offers.endedAt'),
      ]"
    >
      <tbody>
        @for (offer of offers(); track offer.id) {
          <tr>
            <th scope="row" class="cell-main">
              <a [routerLink]="['/zuweisungen', offer.referralId]">{{ offer.personName }}</a>
              <span class="cell-sub">{{ offer.birthDate | born: 'short' }}</span>
              <span class="cell-sub">{{ offer.reference }}</span>
            </th>
            <td [attr.data-label]="t('waitingList.offers.slot')">
              <span
                >{{ time(takenDate(offer))
                }}<span class="cell-sub"
                  >{{ offer.serviceName }}, {{ offer.side === 'referrer' ? offer.organisationName : offer.slot.scheduleName }}</span
                ></span
              >
            </td>
            <td [attr.data-label]="t('waitingList.offers.result')">
              <span>
                <lotse-chip [tone]="marks[offer.state].tone" [icon]="marks[offer.state].icon">{{
                  t('waitingList.offers.state.' + offer.state)
                }}</lotse-chip>
                @if (offer.overtakenBy; as by) {
                  <span class="cell-sub">{{ t('waitingList.offers.overtaken.' + by) }}</span>
                }
                @if (offer.declineReason; as reason) {
                  <span class="cell-sub">{{ reasons.text(reason) }}</span>
                }
                @if (follows(offer); as consequence) {
                  <span class="cell-sub">{{ consequence }}</span>
                }
                @if (offer.isReasonable) {
                  <span class="cell-sub">{{ t('waitingList.consequence.counted') }}</span>
                }
              </span>
            </td>
            <td [attr.data-label]="t('waitingList.offers.endedAt')">{{ offer.answeredAt ?? offer.expiresAt | moment }}</td>
          </tr>
        }
      </tbody>
    </lotse-table>
  `,
})
export class EndedOffers {
  protected readonly t = injectText();
  protected readonly time = injectSlotTime();
  protected readonly takenDate = takenDate;
  protected readonly marks = marks;
  protected readonly reasons = inject(DeclineReasons);
  protected readonly follows = injectWhatFollowed();
  readonly offers = input.required<readonly SlotOffer[]>();
}
