import { Component, input } from '@angular/core';
import { Failure, LoadMore } from '@lotse/client-kit/ui';
import type { ReferralRows } from './referral-rows';

/** The end of a list of referrals that goes on, or why it does not. */
@Component({
  selector: 'lotse-rest-of-box',
  imports: [Failure, LoadMore],
  template: `
    @if (box().moreProblem(); as problem) {
      <lotse-failure [problem]="problem" (retry)="box().loadMore()" />
    } @else {
      <lotse-load-more [more]="box().hasMore()" [busy]="box().loadingMore()" (load)="box().loadMore()" />
    }
  `,
})
export class RestOfBox {
  readonly box = input.required<ReferralRows>();
}
