import { Component, computed, inject, signal } from '@angular/core';
import { Live } from '@lotse/client-kit/api';
import { Icon, injectText } from '@lotse/client-kit/ui';

/** Whether the pages are up to date: silent while all is well. */
@Component({
  selector: 'lotse-connection',
  imports: [Icon],
  template: `
    <p class="connection" role="status" [attr.data-state]="state()">
      @if (state() !== 'online') {
        <lotse-icon name="wifi-off" [size]="16" /><span>{{ t('frame.connection.' + state()) }}</span>
      }
    </p>
  `,
  host: { '(window:online)': 'offline.set(false)', '(window:offline)': 'offline.set(true)' },
})
export class Connection {
  protected readonly t = injectText();
  private readonly live = inject(Live);
  protected readonly offline = signal(!navigator.onLine);
  protected readonly state = computed(() => (this.offline() ? 'offline' : this.live.state()));
}
