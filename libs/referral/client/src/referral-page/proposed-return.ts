import { Component, computed, inject, input, output } from '@angular/core';
import { Icon, injectText, MomentTextPipe, Notice } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { Referral } from '@lotse/referral/model';
import type { WantedAct } from '../acts/referral-acts';
import { County } from '../words/county';
import { proposedReturnOf } from './proposal-of';

/** A return without anything instead, proposed by one of the own organisation: what was proposed, for a second one to confirm or to decide otherwise. */
@Component({
  selector: 'lotse-proposed-return',
  imports: [Icon, MomentTextPipe, Notice],
  template: `
    @if (proposal(); as proposed) {
      <lotse-notice tone="due" [heading]="t('referral.proposed.heading', { name: proposed.byName })">
        <p>
          <strong>{{ county.reasonOfStep('decline', proposed.answers['reason'] ?? '') }}</strong>
        </p>
        @if (proposed.answers['comment']; as comment) {
          <p>{{ comment }}</p>
        }
        <p>{{ proposed.answers['wayForward'] }}</p>
        <p class="muted small">{{ proposed.at | moment }} · {{ t('referral.proposed.second') }}</p>
        @if (mayConfirm()) {
          <p>
            <button type="button" class="button" (click)="decide(proposed)">
              <lotse-icon name="corner-up-left" [size]="16" />{{ t('referral.proposed.confirm') }}
            </button>
          </p>
        }
      </lotse-notice>
    }
  `,
})
export class ProposedReturn {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();
  /** Somebody wants to confirm: the form of the return opens with what was proposed. */
  readonly confirm = output<WantedAct>();

  protected readonly proposal = computed(() =>
    this.referral().recipient?.organisationId === this.session.session()?.organisation.id ? proposedReturnOf(this.referral()) : undefined,
  );
  protected readonly mayConfirm = computed(() => this.session.may('referral.decline') || this.session.may('referral.handBack'));

  protected decide({ act, answers }: Pick<WantedAct, 'act' | 'answers'>): void {
    this.confirm.emit({ id: this.referral().id, act, ...(answers ? { answers } : {}) });
  }
}
