import { Component, input } from '@angular/core';
import type { IconName } from './icon-name';

/** A line icon from the sprite; always beside words, so it is hidden from assistive technology. */
@Component({
  selector: 'lotse-icon',
  template: `<svg class="icon" focusable="false"><use [attr.href]="'/icons.svg#' + name()" /></svg>`,
  host: { 'aria-hidden': 'true', '[style.--icon-size.px]': 'size()' },
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input(18);
}
