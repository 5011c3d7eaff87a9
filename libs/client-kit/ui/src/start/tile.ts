import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-name';

/** A way into a worklist: name, how many wait there, a line below. Fails and loads on its own. */
@Component({
  selector: 'lotse-tile',
  imports: [Icon, RouterLink],
  template: `
    <a class="tile" [routerLink]="link()" [queryParams]="query()">
      <span class="tile-head"><lotse-icon [name]="icon()" [size]="20" />{{ label() }}</span>
      @if (count() !== undefined) {
        <span class="tile-count">{{ count() }}</span>
      }
      @if (note(); as note) {
        <span class="tile-note">{{ note }}</span>
      }
      <lotse-icon class="tile-arrow" name="arrow-right" [size]="18" />
    </a>
  `,
})
export class Tile {
  readonly link = input.required<string | unknown[]>();
  readonly query = input<Record<string, string>>();
  readonly label = input.required<string>();
  readonly icon = input.required<IconName>();
  /** How many; undefined while nobody knows. */
  readonly count = input<number | string>();
  readonly note = input<string>();
}
