import { Component, input } from '@angular/core';
import { Icon, injectText, MomentTextPipe } from '@lotse/client-kit/ui';

/** Nothing is left to do; and when the next one comes back that was put aside. */
@Component({
  selector: 'lotse-inbox-empty',
  imports: [Icon, MomentTextPipe],
  template: `
    <div class="empty" data-kind="done">
      <lotse-icon name="circle-check" [size]="28" />
      <p>{{ t('referral.inbox.empty') }}</p>
      @if (next(); as next) {
        <p class="muted">{{ t('referral.inbox.nextSnoozed', { at: (next | moment) }) }}</p>
      }
    </div>
  `,
})
export class InboxEmpty {
  protected readonly t = injectText();
  readonly next = input<string | null>();
}
