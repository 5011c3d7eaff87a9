import { Component, computed, input } from '@angular/core';
import { Icon, injectText, MomentTextPipe } from '@lotse/client-kit/ui';
import type { SlotOffer } from '@lotse/waiting-list/model';

/** What whoever calls has to know and say: which appointment stays meanwhile, whether others are asked as well, whether it has gone out, that only a call makes sense. */
@Component({
  selector: 'lotse-offer-openness',
  imports: [Icon, MomentTextPipe],
  template: `
    @if (offer().staysUntilAccepted; as had) {
      <p>
        <lotse-icon name="refresh-cw" [size]="16" /><span>{{ t('waitingList.offers.stays', { moment: (had | moment) }) }}</span>
      </p>
    }
    @if (offer().mode !== 'sequential') {
      <p>
        <lotse-icon name="users" [size]="16" /><span>{{ t('waitingList.offers.open.' + offer().mode, { count: offer().asked }) }}</span>
      </p>
    }
    @if (offer().state === 'deferred') {
      <p>
        <lotse-icon name="clock" [size]="16" /><span>{{ t('waitingList.offers.goesOut', { moment: (offer().goesOutAt | moment) }) }}</span>
      </p>
    }
    @if (offer().byPhone && isRunning()) {
      <p>
        <lotse-icon name="phone" [size]="16" /><span>{{ t('waitingList.offers.byPhone') }}</span>
      </p>
    }
    @if (offer().attempts > 0) {
      <p>
        <lotse-icon name="rotate-ccw" [size]="16" /><span>{{ t('waitingList.offers.attempts', { count: offer().attempts }) }}</span>
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
    }
    :host:empty {
      display: none;
    }
    p {
      display: flex;
      gap: var(--space-2);
      font-size: 14px;
      line-height: 1.4;
    }
    lotse-icon {
      margin-block-start: 2px;
      color: var(--pine);
    }
  `,
})
export class OfferOpenness {
  protected readonly t = injectText();
  readonly offer = input.required<SlotOffer>();
  protected readonly isRunning = computed(() => this.offer().answeredAt === null);
}
