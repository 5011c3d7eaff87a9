import { Component, input } from '@angular/core';
import { Chip, injectText } from '@lotse/client-kit/ui';
import type { ReferralState } from '@lotse/referral/model';
import { iconOfState, toneOfState } from '../words/state-groups';

/** Where a referral stands, in words. */
@Component({
  selector: 'lotse-state-chip',
  imports: [Chip],
  template: `<lotse-chip [tone]="tones[state()]" [icon]="icons[state()]">{{ t('referral.state.' + state()) }}</lotse-chip>`,
})
export class StateChip {
  protected readonly t = injectText();
  protected readonly tones = toneOfState;
  protected readonly icons = iconOfState;
  readonly state = input.required<ReferralState>();
}
