import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, injectText, Notice } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { Referral } from '@lotse/referral/model';
import { County } from '../words/county';
import { noteOf } from '../words/step-note';

/** Why a referral came back and how the person gets help instead; the referrer goes on from here. */
@Component({
  selector: 'lotse-returned-note',
  imports: [Icon, Notice, RouterLink],
  template: `
    @if (returned(); as returned) {
      <lotse-notice tone="due" [heading]="t('referral.returned.heading', { name: returned.organisationName })">
        @if (returned.reason) {
          <p>
            <strong>{{ county.reasonOfStep('decline', returned.reason) }}</strong>
          </p>
        }
        <p>{{ returned.text }}</p>
        @if (mayRefer()) {
          <p class="on">
            <a class="button" routerLink="/zuweisungen/neu" [queryParams]="{ from: referral().id }"
              ><lotse-icon name="forward" [size]="16" />{{ t('referral.returned.elsewhere') }}</a
            >
          </p>
        }
      </lotse-notice>
    }
  `,
  styles: `
    .on {
      margin-block-start: var(--space-3);
    }
  `,
})
export class ReturnedNote {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();

  protected readonly returned = computed(() => {
    const { state, steps } = this.referral();
    const step = state === 'returned' ? steps.findLast(({ toState }) => toState === 'returned') : undefined;
    return step && { organisationName: step.organisationName, ...noteOf(step) };
  });
  protected readonly mayRefer = computed(
    () => this.session.may('referral.create') && this.referral().referrer.organisationId === this.session.session()?.organisation.id,
  );
}
