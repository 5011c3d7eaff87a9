import { Component, computed, input } from '@angular/core';
import { injectText, MomentTextPipe, Notice } from '@lotse/client-kit/ui';
import type { Referral } from '@lotse/referral/model';

/** When and where the person is expected; by phone or video nobody goes anywhere. */
@Component({
  selector: 'lotse-appointment-note',
  imports: [MomentTextPipe, Notice],
  template: `
    @if (referral().appointment; as appointment) {
      <lotse-notice
        [tone]="wasMissed() ? 'plain' : 'done'"
        [heading]="t(wasMissed() ? 'referral.appointment.missed' : 'referral.appointment.heading')"
      >
        <p>
          <strong>{{ appointment.startsAt | moment }}</strong>
        </p>
        @if (appointment.mode && appointment.mode !== 'on_site') {
          <p>{{ t('referral.appointment.mode.' + appointment.mode) }}</p>
        } @else if (appointment.place) {
          <p>{{ appointment.place }}</p>
        }
      </lotse-notice>
    }
  `,
})
export class AppointmentNote {
  protected readonly t = injectText();
  readonly referral = input.required<Referral>();
  protected readonly wasMissed = computed(() => this.referral().state === 'dna_review');
}
