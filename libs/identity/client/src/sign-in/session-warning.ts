import { Component, inject } from '@angular/core';
import { ClockPipe, Dialog, injectText } from '@lotse/client-kit/ui';
import { identityTexts } from '../identity-texts';
import { SessionWatch } from './session-watch';

/** Says that an idle session ends soon; one key keeps it. */
@Component({
  selector: 'lotse-session-warning',
  imports: [ClockPipe, Dialog],
  template: `
    <lotse-dialog [open]="watch.endsAt() !== undefined" [heading]="t('identity.idle.heading')" width="narrow" (closing)="closed()">
      @if (watch.endsAt(); as endsAt) {
        <p>{{ t('identity.idle.text', { time: (endsAt | clock) }) }}</p>
      }
      <ng-container dialogActs>
        <button type="button" class="button is-filled" data-first (click)="watch.stay()">{{ t('identity.idle.stay') }}</button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class SessionWarning {
  protected readonly t = injectText('identity', identityTexts);
  protected readonly watch = inject(SessionWatch);

  /** Whoever closes it is there too. */
  protected closed(): void {
    if (this.watch.endsAt() !== undefined) void this.watch.stay();
  }
}
