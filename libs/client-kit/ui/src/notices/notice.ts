import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-name';
import type { Tone } from '../marks/chip';

const icons: Readonly<Record<Tone, IconName>> = {
  done: 'circle-check',
  due: 'clock-alert',
  overdue: 'triangle-alert',
  paused: 'pause',
  info: 'info',
  emergency: 'siren',
  plain: 'info',
};

/** A box with something to know before going on: `<lotse-notice tone="due" heading="…">…</lotse-notice>`. */
@Component({
  selector: 'lotse-notice',
  imports: [Icon],
  template: `
    <lotse-icon [name]="icons[tone()]" [size]="20" />
    <div>
      @if (heading(); as heading) {
        <p class="notice-heading">{{ heading }}</p>
      }
      <ng-content />
    </div>
  `,
  host: { class: 'notice', '[attr.data-tone]': 'tone()' },
})
export class Notice {
  protected readonly icons = icons;
  readonly tone = input<Tone>('info');
  readonly heading = input<string>();
}
