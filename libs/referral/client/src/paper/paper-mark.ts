import { Component, input } from '@angular/core';
import { Chip, injectText } from '@lotse/client-kit/ui';
import type { CameBy } from '@lotse/referral/model';
import { paperTexts } from './paper-texts';

/** Says that a referral came on paper, and how. */
@Component({
  selector: 'lotse-paper-mark',
  imports: [Chip],
  template: `
    @if (cameBy(); as way) {
      <lotse-chip tone="plain" icon="file-text">{{ t('paper.mark', { way: t('paper.way.' + way) }) }}</lotse-chip>
    }
  `,
})
export class PaperMark {
  protected readonly t = injectText('paper', paperTexts);
  readonly cameBy = input.required<CameBy | null | undefined>();
}
