import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { Referral } from '@lotse/referral/model';
import { questionTexts } from './question-texts';

/** What was asked before the referral, for both who asked and who was asked. */
@Component({
  selector: 'lotse-origin-note',
  imports: [Icon, RouterLink],
  template: `
    @if (origin(); as origin) {
      <p>
        <lotse-icon name="message-circle" [size]="16" />
        <a [routerLink]="['/anfragen', origin.enquiryId]">{{ t('questions.origin', { reference: origin.reference }) }}</a>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      margin: 0;
    }
  `,
})
export class OriginNote {
  protected readonly t = injectText('questions', questionTexts);
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();
  protected readonly origin = computed(() => {
    const { origin, referrer } = this.referral();
    const own = this.session.session()?.organisation.id;
    return origin && own !== undefined && [referrer.organisationId, origin.organisationId].includes(own) ? origin : undefined;
  });
}
