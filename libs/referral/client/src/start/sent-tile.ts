import { Component, computed, inject } from '@angular/core';
import { injectText, Tile } from '@lotse/client-kit/ui';
import { referralTexts } from '../referral-texts';
import { ReferralCounts } from './referral-counts';

/** How many of what one has sent wait for an answer. */
@Component({
  selector: 'lotse-sent-tile',
  imports: [Tile],
  template: `<lotse-tile
    link="/zuweisungen"
    icon="send"
    [label]="t('referral.sent.title')"
    [count]="counts()?.sentMine"
    [note]="note()"
  />`,
})
export class SentTile {
  protected readonly t = injectText('referral', referralTexts);
  protected readonly counts = inject(ReferralCounts).counts;
  protected readonly note = computed(() => {
    const counts = this.counts();
    if (!counts) return undefined;
    return [
      this.t('referral.start.sentMine', { count: counts.sentMine }),
      counts.drafts > 0 ? this.t('referral.start.drafts', { count: counts.drafts }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  });
}
