import { Component, computed, inject, input, output } from '@angular/core';
import { Icon, injectText, Notice } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { Referral } from '@lotse/referral/model';
import { County } from '../words/county';
import { noteOf } from '../words/step-note';

type SuggestedService = NonNullable<NonNullable<Referral['suggested']>['service']>;

/** Why a referral came back and how the person gets help instead. The referrer sends it on from here, on the same clock. */
@Component({
  selector: 'lotse-returned-note',
  imports: [Icon, Notice],
  template: `
    @if (returned(); as returned) {
      <lotse-notice tone="due" [heading]="t('referral.returned.heading', { name: returned.organisationName })">
        @if (returned.reason) {
          <p>
            <strong>{{ county.reasonOfStep('decline', returned.reason) }}</strong>
          </p>
        }
        @for (said of returned.said; track $index) {
          <p class="said">{{ said }}</p>
        }
        @if (suggested(); as service) {
          <p>{{ t('referral.returned.suggested', { name: service.name, organisation: service.organisationName }) }}</p>
          @if (mayResend()) {
            <p class="on">
              <button type="button" class="button" (click)="resend.emit(service)">
                <lotse-icon name="send" [size]="16" />{{ t('referral.returned.sendThere') }}
              </button>
            </p>
          }
        }
        @if (referral().suggested?.way === 'none') {
          <p class="muted">{{ t('referral.returned.nothing') }}</p>
        }
      </lotse-notice>
    }
  `,
  styles: `
    .on {
      margin-block-start: var(--space-3);
    }
    .said {
      white-space: pre-line;
      overflow-wrap: anywhere;
      max-inline-size: 68ch;
    }
  `,
})
export class ReturnedNote {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();
  /** The referrer wants to send it to the service that was suggested. */
  readonly resend = output<SuggestedService>();

  protected readonly returned = computed(() => {
    const { state, steps } = this.referral();
    const step = state === 'returned' ? steps.findLast(({ toState }) => toState === 'returned') : undefined;
    if (!step) return undefined;
    const { reason, text } = noteOf(step);
    return { organisationName: step.organisationName, reason, said: text.split(' · ') };
  });
  protected readonly suggested = computed(() => this.referral().suggested?.service ?? undefined);
  protected readonly mayResend = computed(
    () => this.session.may('referral.resend') && this.referral().referrer.organisationId === this.session.session()?.organisation.id,
  );
}
