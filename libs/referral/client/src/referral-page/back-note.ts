import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, injectText, Notice } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { referralLifecycle, type Referral } from '@lotse/referral/model';
import { isBack } from '../words/is-back';

/** Why a referral is with the referrer again although nobody returned it: its release has ended. And how it can go on from here. */
@Component({
  selector: 'lotse-back-note',
  imports: [Icon, Notice, RouterLink],
  template: `
    @if (back(); as back) {
      <lotse-notice tone="due" [heading]="t('referral.back.heading')">
        <p>{{ t('referral.back.' + back.why, { name: back.name }) }}</p>
        <p>{{ t('referral.back.' + back.way) }}</p>
        <p class="no-print">
          <a class="button" [routerLink]="['/personen', referral().personId]"
            ><lotse-icon name="shield" [size]="16" />{{ t('referral.back.releases') }}</a
          >
        </p>
      </lotse-notice>
    }
  `,
})
export class BackNote {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();

  protected readonly back = computed(() => {
    const { custody, recipient, state, steps } = this.referral();
    if (!isBack(this.referral()) || custody.organisationId !== this.session.session()?.organisation.id) return undefined;
    const ended = steps.findLast(({ act }) => act === 'release_revoked' || act === 'release_ran_out');
    return {
      name: recipient?.organisationName ?? '',
      why: ended?.act ?? 'release_ran_out',
      way: referralLifecycle.allows(state, 'redirect') ? 'onwards' : 'end',
    };
  });
}
