import { Component, input, output } from '@angular/core';
import { Icon, injectText, Notice } from '@lotse/client-kit/ui';
import type { ReferralChange } from '@lotse/referral/model';
import { ChangeList } from './change-list';

/** "Changed since you looked", above what one can do. */
@Component({
  selector: 'lotse-changes-note',
  imports: [ChangeList, Icon, Notice],
  template: `
    <lotse-notice tone="due" role="status" [heading]="t('referral.since.heading')">
      <p>{{ t('referral.since.lead') }}</p>
      <lotse-change-list [changes]="changes()" />
      <p class="acts no-print">
        <button type="button" class="button is-small" (click)="read.emit()">
          <lotse-icon name="check" [size]="16" />{{ t('referral.since.read') }}
        </button>
      </p>
    </lotse-notice>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: var(--space-4);
    }
    lotse-notice {
      --muted: var(--due-ink);
    }
    p {
      margin-block: 0 var(--space-3);
    }
    .acts {
      margin-block: var(--space-3) 0;
    }
  `,
})
export class ChangesNote {
  protected readonly t = injectText();
  readonly changes = input.required<readonly ReferralChange[]>();
  readonly read = output();
}
