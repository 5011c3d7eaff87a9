import { Component, computed, inject, input } from '@angular/core';
import { injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { ReferralRow } from '@lotse/referral/model';

/** Who acts next: "Sie" when it is the own organisation, else the role on the other side, whose name stands in the row anyway. */
@Component({
  selector: 'lotse-custody-line',
  template: `@if (custody().custodian === 'nobody') {
      <span class="muted">{{ t('referral.turn.nobody') }}</span>
    } @else if (isMine()) {
      <strong>{{ t('referral.turn.you') }}</strong>
    } @else {
      {{ t('referral.custodian.' + custody().custodian) }}
    }`,
})
export class CustodyLine {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  readonly custody = input.required<ReferralRow['custody']>();
  protected readonly isMine = computed(
    () => this.custody().organisationId !== null && this.custody().organisationId === this.session.session()?.organisation.id,
  );
}
