import { Component, input } from '@angular/core';
import { Chip, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import type { RuleStanding } from './rule-words';

/** How a rule stands today, in its cell of the list: the chip, and from when the next version holds or which one holds now. */
@Component({
  selector: 'lotse-rule-standing',
  imports: [Chip, PlainDayPipe],
  template: `
    <lotse-chip [tone]="of().tone">{{ t('countyRules.status.' + of().status) }}</lotse-chip>
    @if (of().next; as next) {
      <span class="cell-sub">{{ t('countyRules.next') }} {{ next | plainDay }}</span>
    } @else if (of().version > 0) {
      <span class="cell-sub">{{ t('countyRules.versions.number', { number: of().version }) }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .cell-sub {
      display: block;
    }
  `,
})
export class RuleStandingMark {
  protected readonly t = injectText();
  readonly of = input.required<RuleStanding>();
}
