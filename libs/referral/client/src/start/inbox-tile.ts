import { Component, computed, inject } from '@angular/core';
import { injectText, Tile } from '@lotse/client-kit/ui';
import { referralTexts } from '../referral-texts';
import { ReferralCounts } from './referral-counts';

/** How many new referrals have come in. */
@Component({
  selector: 'lotse-inbox-tile',
  imports: [Tile],
  template: `<lotse-tile link="/eingang" icon="inbox" [label]="t('referral.inbox.title')" [count]="counts()?.inboxNew" [note]="note()" />`,
})
export class InboxTile {
  protected readonly t = injectText('referral', referralTexts);
  protected readonly counts = inject(ReferralCounts).counts;
  protected readonly note = computed(() => {
    const counts = this.counts();
    if (!counts) return undefined;
    const mine = this.t('referral.start.inboxMine', { count: counts.inboxMine });
    return counts.overdue > 0 ? `${mine} · ${this.t('referral.start.overdue', { count: counts.overdue })}` : mine;
  });
}
