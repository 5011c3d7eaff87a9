import { Component, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import type { IconName } from './icon-name';
import { Sprite } from './sprite';

/** A line icon from the sprite; always beside words, so it is hidden from assistive technology. */
@Component({
  selector: 'lotse-icon',
  template: `<svg #drawing class="icon" viewBox="0 0 24 24" focusable="false"></svg>`,
  host: { 'aria-hidden': 'true', '[style.--icon-size.px]': 'size()' },
})
export class Icon {
  private readonly sprite = inject(Sprite);
  private readonly drawing = viewChild.required<ElementRef<SVGElement>>('drawing');
  readonly name = input.required<IconName>();
  readonly size = input(18);

  constructor() {
    effect(() => this.drawing().nativeElement.replaceChildren(...this.sprite.linesOf(this.name())));
  }
}
