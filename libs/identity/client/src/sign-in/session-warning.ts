import { Component, inject } from '@angular/core';
import { ClockPipe, Dialog, injectText } from '@lotse/client-kit/ui';
import { identityTexts } from '../identity-texts';
import { SessionWatch } from './session-watch';

/** Says that a session ends soon. One key keeps an idle one; one that is too old is begun anew. */
@Component({
  selector: 'lotse-session-warning',
  imports: [ClockPipe, Dialog],
  template: `
    <lotse-dialog
      [open]="watch.near() !== undefined"
      [heading]="t(isLast() ? 'identity.last.heading' : 'identity.idle.heading')"
      width="narrow"
      (closing)="closed()"
    >
      @if (watch.near(); as end) {
        <p>{{ t(end.why === 'last' ? 'identity.last.text' : 'identity.idle.text', { time: (end.at | clock) }) }}</p>
      }
      <ng-container dialogActs>
        @if (isLast()) {
          <button type="button" class="button" (click)="watch.stay()">{{ t('identity.last.later') }}</button>
          <button type="button" class="button is-filled" data-first (click)="watch.renew()">{{ t('identity.last.now') }}</button>
        } @else {
          <button type="button" class="button is-filled" data-first (click)="watch.stay()">{{ t('identity.idle.stay') }}</button>
        }
      </ng-container>
    </lotse-dialog>
  `,
})
export class SessionWarning {
  protected readonly t = injectText('identity', identityTexts);
  protected readonly watch = inject(SessionWatch);

  protected isLast(): boolean {
    return this.watch.near()?.why === 'last';
  }

  /** Whoever closes it is there too. */
  protected closed(): void {
    if (this.watch.near() !== undefined) void this.watch.stay();
  }
}
