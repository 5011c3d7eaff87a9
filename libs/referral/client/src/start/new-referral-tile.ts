import { Component } from '@angular/core';
import { injectText, Tile } from '@lotse/client-kit/ui';
import { referralTexts } from '../referral-texts';

/** The way to what is done most often. */
@Component({
  selector: 'lotse-new-referral-tile',
  imports: [Tile],
  template: `<lotse-tile link="/zuweisungen/neu" icon="plus" [label]="t('referral.new.title')" [note]="t('referral.start.new')" />`,
})
export class NewReferralTile {
  protected readonly t = injectText('referral', referralTexts);
}
