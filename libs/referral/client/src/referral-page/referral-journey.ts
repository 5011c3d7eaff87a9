import { Component, computed, inject, input } from '@angular/core';
import { injectText, Journey, Language, plainDayText, type JourneyStep } from '@lotse/client-kit/ui';
import type { Referral } from '@lotse/referral/model';
import { journeyOf } from './journey-of';

/** The way of a referral: sent, received, in triage, accepted, waiting list, appointment. */
@Component({
  selector: 'lotse-referral-journey',
  imports: [Journey],
  template: `<lotse-journey [steps]="steps()" />`,
})
export class ReferralJourney {
  private readonly t = injectText();
  private readonly language = inject(Language);
  readonly referral = input.required<Referral>();

  protected readonly steps = computed<JourneyStep[]>(() =>
    journeyOf(this.referral()).map(({ station, state, at }) => ({
      label: state === 'stopped' ? this.t(`referral.state.${this.referral().state}`) : this.t(`referral.journey.${station}`),
      state,
      note: at && plainDayText(at, this.language.current()),
    })),
  );
}
