import { Component, computed, inject, input } from '@angular/core';
import { injectText, MomentTextPipe, Notice } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { NotReleased } from '@lotse/people/client';
import type { Referral } from '@lotse/referral/model';
import { County } from '../words/county';
import { interimNoteOf, openQuestionOf } from './outcome-question';

/** How it is going or how it ended, and by whom that was told; a question that is open stands below. */
@Component({
  selector: 'lotse-outcome-note',
  imports: [MomentTextPipe, NotReleased, Notice],
  template: `
    @if (interim(); as told) {
      <lotse-notice tone="info" [heading]="t('referral.outcome.interim', { name: told.organisationName })">
        @if (told.note) {
          <p class="report">{{ told.note }}</p>
        } @else {
          <p><lotse-not-released /></p>
        }
        <p class="muted small">{{ told.at | moment }} · {{ told.staffName }}</p>
      </lotse-notice>
    }
    @if (referral().outcome; as outcome) {
      <lotse-notice tone="done" [heading]="t('referral.outcome.heading', { how: how() })">
        @if (outcome.report) {
          <p class="report">{{ outcome.report }}</p>
        } @else {
          <p>{{ t('referral.outcome.noReport', { why: why() }) }}</p>
        }
        <p class="muted small">
          {{ outcome.at | moment }} · {{ outcome.byName }}, {{ outcome.organisationName }}
          @if (outcome.edition > 1) {
            · {{ t('referral.outcome.edition', { count: outcome.edition }) }}
          }
        </p>
      </lotse-notice>
    }
    @if (question(); as asked) {
      <lotse-notice tone="due" [heading]="t('referral.outcome.question', { name: asked.organisationName })">
        @if (asked.note) {
          <p class="report">{{ asked.note }}</p>
        } @else {
          <p><lotse-not-released /></p>
        }
        <p class="muted small">{{ asked.at | moment }} · {{ asked.staffName }}</p>
        @if (isAsked()) {
          <p>{{ t('referral.outcome.answerHow') }}</p>
        }
      </lotse-notice>
    }
    @if (referral().riskReviewOpen) {
      <lotse-notice tone="overdue" [heading]="t('referral.risk.heading')">
        <p>{{ t('referral.risk.text') }}</p>
      </lotse-notice>
    }
  `,
  styles: `
    lotse-notice + lotse-notice {
      margin-block-start: var(--space-4);
    }
    .report {
      white-space: pre-line;
      overflow-wrap: anywhere;
      max-inline-size: 68ch;
    }
  `,
})
export class OutcomeNote {
  protected readonly t = injectText();
  private readonly county = inject(County);
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();
  protected readonly interim = computed(() => interimNoteOf(this.referral()));
  /** What was asked about the report; answered by a newer edition of it. */
  protected readonly question = computed(() => openQuestionOf(this.referral()));
  protected readonly isAsked = computed(() => this.referral().recipient?.organisationId === this.session.session()?.organisation.id);
  protected readonly how = computed(() => this.county.wordsOf(['outcome'], this.referral().outcome?.outcome ?? '') ?? '');
  protected readonly why = computed(() => this.county.wordsOf(['no_report'], this.referral().outcome?.noReportReason ?? '') ?? '');
}
