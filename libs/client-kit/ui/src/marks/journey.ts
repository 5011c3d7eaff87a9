import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-name';
import { injectText } from '../texts/inject-text';

/** One station on the way: what it is, how it stands, and a line below (a date, who acts next). */
export interface JourneyStep {
  readonly label: string;
  readonly state: 'done' | 'jumped' | 'current' | 'open' | 'stopped';
  readonly note?: string;
}

const icons: Readonly<Record<JourneyStep['state'], IconName>> = {
  done: 'check',
  jumped: 'minus',
  current: 'circle-dot',
  open: 'circle-dashed',
  stopped: 'x',
};

/** The way of a thing as a strip of stations; upright on a phone. */
@Component({
  selector: 'lotse-journey',
  imports: [Icon],
  template: `
    <ol class="journey">
      @for (step of steps(); track $index) {
        <li class="journey-step" [attr.data-state]="step.state" [attr.aria-current]="step.state === 'current' ? 'step' : null">
          <span class="journey-mark"><lotse-icon [name]="icons[step.state]" [size]="16" /></span>
          <span class="journey-label">{{ step.label }}</span>
          <span class="visually-hidden">{{ t('kit.journey.' + step.state) }}</span>
          @if (step.note) {
            <span class="journey-note">{{ step.note }}</span>
          }
        </li>
      }
    </ol>
  `,
})
export class Journey {
  protected readonly t = injectText();
  protected readonly icons = icons;
  readonly steps = input.required<readonly JourneyStep[]>();
}
