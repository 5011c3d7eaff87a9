import { Component, inject, output } from '@angular/core';
import { Icon, injectText, Notice } from '@lotse/client-kit/ui';
import { County } from '../words/county';

/** An emergency cannot wait in a list: whom to call now. */
@Component({
  selector: 'lotse-emergency-notice',
  imports: [Icon, Notice],
  template: `
    <lotse-notice tone="emergency" role="alert" [heading]="t('referral.emergency.heading')">
      <p>{{ t('referral.emergency.lead') }}</p>
      <ul class="numbers">
        <li>
          <a class="number" href="tel:112" (click)="called.emit('rescue')"
            ><lotse-icon name="phone" [size]="20" /><span class="digits">112</span><span>{{ t('referral.emergency.rescue') }}</span></a
          >
        </li>
        @for (number of county.emergencyNumbers(); track number.phone) {
          @if (number.phone !== '112') {
            <li>
              <a class="number" [href]="'tel:' + number.phone.replaceAll(' ', '')" (click)="called.emit('duty')"
                ><lotse-icon name="phone" [size]="20" /><span class="digits">{{ number.phone }}</span
                ><span>{{ number.text }}</span></a
              >
            </li>
          }
        }
      </ul>
      <p>{{ t('referral.emergency.after') }}</p>
    </lotse-notice>
  `,
  styles: `
    .numbers {
      display: grid;
      gap: var(--space-2);
      margin: var(--space-4) 0;
      padding: 0;
      list-style: none;
    }
    .number {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      padding: var(--space-3) var(--space-4);
      border: 2px solid currentColor;
      border-radius: var(--radius);
      color: inherit;
      text-decoration: none;
    }
    .number:hover .digits {
      text-decoration: underline;
    }
    .digits {
      font-size: var(--text-large);
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class EmergencyNotice {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  /** A number was pressed: the call is being made. */
  readonly called = output<'rescue' | 'duty'>();
}
