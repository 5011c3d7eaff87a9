import { Component, computed, input, output } from '@angular/core';
import { Icon, injectText, MomentTextPipe, Notice } from '@lotse/client-kit/ui';
import { referralLifecycle, type Referral } from '@lotse/referral/model';
import type { ServedAct } from './perform-act';

/** Says what somebody else did to a referral while one was about to act on it; what one typed is still there. */
@Component({
  selector: 'lotse-changed-meanwhile',
  imports: [Icon, MomentTextPipe, Notice],
  template: `
    <lotse-notice tone="due" role="alert" [heading]="t('referral.changed.heading')">
      @if (last(); as step) {
        <p>
          {{
            t('referral.changed.by', {
              name: step.staffName,
              organisation: step.organisationName,
              state: t('referral.state.' + step.toState),
              at: (step.at | moment),
            })
          }}
        </p>
      }
      <p>{{ t('referral.changed.notSaved') }}</p>
      @if (stillPossible()) {
        <button type="button" class="button" (click)="again.emit()">
          <lotse-icon name="rotate-ccw" [size]="16" />{{ t('referral.changed.again', { act: t('referral.act.' + act() + '.do') }) }}
        </button>
      } @else {
        <p>{{ t('referral.changed.gone', { act: t('referral.act.' + act() + '.do') }) }}</p>
      }
    </lotse-notice>
  `,
})
export class ChangedMeanwhile {
  protected readonly t = injectText();
  readonly referral = input.required<Referral>();
  /** The version one had looked at. */
  readonly seen = input.required<number>();
  readonly act = input.required<ServedAct>();
  readonly again = output();

  protected readonly last = computed(() => (this.referral().version > this.seen() ? this.referral().steps.at(-1) : undefined));
  protected readonly stillPossible = computed(() => referralLifecycle.allows(this.referral().state, this.act()));
}
