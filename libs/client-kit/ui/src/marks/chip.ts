import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-name';

/** What a mark says beyond its words; shown by icon and ground as well, never by colour alone. */
export type Tone = 'done' | 'due' | 'overdue' | 'paused' | 'info' | 'emergency' | 'plain';

const icons: Readonly<Record<Tone, IconName>> = {
  done: 'check',
  due: 'clock-alert',
  overdue: 'triangle-alert',
  paused: 'pause',
  info: 'info',
  emergency: 'siren',
  plain: 'circle',
};

/** A small mark of state: icon and words on a ground. `<lotse-chip tone="due">noch 2 Werktage</lotse-chip>` */
@Component({
  selector: 'lotse-chip',
  imports: [Icon],
  template: `<lotse-icon [name]="shown()" [size]="14" /><span><ng-content /></span>`,
  host: { class: 'chip', '[attr.data-tone]': 'tone()' },
})
export class Chip {
  readonly tone = input<Tone>('plain');
  /** Another icon than the tone's own. */
  readonly icon = input<IconName>();
  protected readonly shown = computed(() => this.icon() ?? icons[this.tone()]);
}
