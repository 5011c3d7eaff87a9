import { Component, computed, input, output } from '@angular/core';
import { Icon, injectText, MomentTextPipe, Notice } from '@lotse/client-kit/ui';
import type { Referral } from '@lotse/referral/model';
import { isPossibleIn } from './act-choices';
import type { ServedAct } from './perform-act';

/** Says who did what to a referral while one was about to act on it; what one typed is still there. */
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
              step: t('referral.step.' + step.act),
              at: (step.at | moment),
            })
          }}
        </p>
      }
      <p>{{ t('referral.changed.notSaved') }}</p>
      @if (!stillPossible()) {
        <p>{{ t('referral.changed.gone', { act: t('referral.act.' + act() + '.do') }) }}</p>
      }
      <p class="cluster">
        <button type="button" class="button" (click)="look.emit()">{{ t('referral.changed.look') }}</button>
        @if (stillPossible()) {
          <button type="button" class="button" (click)="again.emit()">
            <lotse-icon name="rotate-ccw" [size]="16" />{{ t('referral.changed.again', { act: t('referral.act.' + act() + '.do') }) }}
          </button>
        }
      </p>
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
  /** Somebody wants to see what has happened. */
  readonly look = output();

  protected readonly last = computed(() => (this.referral().version > this.seen() ? this.referral().steps.at(-1) : undefined));
  protected readonly stillPossible = computed(() => isPossibleIn(this.referral().state, this.act()));
}
