import { Component, computed, inject, input } from '@angular/core';
import { DayPipe, DeadlineRibbon, injectText, RelativePipe } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { Referral } from '@lotse/referral/model';
import { firstContactOf } from './outcome-question';
import { DeadlineList } from './deadline-list';
import { clockOf } from '../words/clock';
import { isBack } from '../words/is-back';

/** Who has the referral now, since when, until when; and the one clock. The same words on both sides. */
@Component({
  selector: 'lotse-who-has-it',
  imports: [DayPipe, DeadlineList, DeadlineRibbon, RelativePipe],
  template: `
    <section class="panel who" [class.is-mine]="isMine()">
      <h2 class="section-title">{{ t('referral.turn.title') }}</h2>
      @if (referral().custody.custodian === 'nobody') {
        <p class="who-name">{{ t('referral.turn.nobody') }}</p>
        <p class="muted">{{ t('referral.turn.endedOn') }} {{ since() | day }}</p>
      } @else {
        <p class="who-name">{{ isMine() ? t('referral.turn.youLong') : referral().custody.organisationName }}</p>
        <p class="muted">
          {{ t('referral.custodian.' + referral().custody.custodian) }} · {{ t('referral.turn.since') }} {{ since() | day }} ({{
            since() | relative
          }})
        </p>
        <p>{{ t('referral.next.' + next()) }}</p>
        @if (referral().custody.dueAt; as due) {
          <lotse-deadline-ribbon [start]="since()" [due]="due" [label]="t('referral.turn.due')" />
        }
      }
      @if (clock(); as clock) {
        <lotse-deadline-ribbon [start]="clock.start" [due]="clock.due" [metOn]="metOn()" [label]="t('referral.turn.clock')" />
        <p class="muted small">{{ t('referral.turn.clockNote') }} {{ clock.start | day }}</p>
      }
      <lotse-deadline-list [referral]="referral()" />
    </section>
  `,
  styles: `
    .who {
      display: grid;
      gap: var(--space-3);
    }
    .who.is-mine {
      border-color: var(--pine);
    }
    .who p,
    .section-title {
      margin: 0;
    }
    .who-name {
      font-size: var(--text-large);
      font-weight: 650;
      line-height: 1.3;
    }
    .who-name + .muted {
      margin-block-start: calc(-1 * var(--space-2));
    }
  `,
})
export class WhoHasIt {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();
  protected readonly next = computed(() => {
    const { state, urgency } = this.referral();
    if (state === 'draft' && urgency === 'emergency') return 'emergency';
    return isBack(this.referral()) ? 'back' : state;
  });
  protected readonly isMine = computed(() => this.referral().custody.organisationId === this.session.session()?.organisation.id);
  protected readonly since = computed(() => this.referral().steps.at(-1)?.at ?? this.referral().updatedAt);
  /** The first contact has taken place. */
  protected readonly metOn = computed(() => firstContactOf(this.referral()));
  protected readonly clock = computed(() => clockOf(this.referral()));
}
