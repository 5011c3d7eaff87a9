import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText, Notice } from '@lotse/client-kit/ui';
import { injectSlotTexts } from '../slot-texts';

/** Slots that stayed because somebody has or is offered them. */
@Component({
  selector: 'lotse-kept-slots',
  imports: [Notice, RouterLink],
  template: `
    @if (slots().length > 0) {
      <lotse-notice tone="due" [heading]="t('calendar.series.kept', { count: slots().length })">
        <ul>
          @for (slot of slots(); track slot.id) {
            <li>
              <a [routerLink]="['/termine', slot.id]">{{ texts.whole(slot) }}</a>
            </li>
          }
        </ul>
      </lotse-notice>
    }
  `,
})
export class KeptSlots {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  readonly slots = input.required<readonly { id: string; startsAt: string; endsAt: string }[]>();
}
