import { computed, inject, Service } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { countReferrals } from '@lotse/referral/model';

/** How much waits for the own organisation; all tiles read it once, and again when something changes. */
@Service()
export class ReferralCounts {
  private readonly answer = inject(Api).read(countReferrals, () => ({}));
  readonly counts = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));

  constructor() {
    inject(Live).onChange('referral', () => this.answer.reload());
  }

  /** Called when somebody comes to the start page. */
  refresh(): void {
    this.answer.reload();
  }
}
