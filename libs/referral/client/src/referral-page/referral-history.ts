import { Component, computed, inject, input } from '@angular/core';
import { Icon, injectText, MomentTextPipe } from '@lotse/client-kit/ui';
import type { Referral, Voice } from '@lotse/referral/model';
import { paperTexts } from '../paper/paper-texts';
import { Decisions } from '../acts/decisions';
import { County } from '../words/county';
import { noteOf } from '../words/step-note';

/** The history both sides see: newest first, each step with who and when. */
@Component({
  selector: 'lotse-referral-history',
  imports: [Icon, MomentTextPipe],
  template: `
    <ol class="history">
      @for (step of steps(); track step.id; let first = $first) {
        <li>
          <p class="history-act">
            <span [class.is-undone]="step.undone">{{ t('referral.step.' + step.act) }}</span>
            @if (step.undone) {
              <span class="history-mark">{{ t('referral.undo.undone') }}</span>
            }
          </p>
          @if (step.reason || step.text) {
            <p class="history-note">
              @if (step.reason) {
                <strong>{{ step.reason }}</strong>
              }
              {{ step.reason && step.text ? ' · ' : '' }}{{ step.text }}
            </p>
          }
          <p class="history-who">{{ step.at | moment }} · {{ step.staffName }}, {{ step.organisationName }}</p>
          @if (step.voice; as voice) {
            <p class="history-who">{{ voiceText(voice) }}</p>
          }
          @if (first && mayUndo()) {
            <button type="button" class="button is-small no-print" (click)="decisions.undo(referral())">
              <lotse-icon name="undo-2" [size]="16" />{{ t('referral.undo.do') }}
            </button>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    .history {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      position: relative;
      padding: 0 0 var(--space-5) var(--space-5);
      border-inline-start: 2px solid var(--hairline);
    }
    li:last-child {
      padding-block-end: 0;
      border-color: transparent;
    }
    li::before {
      content: '';
      position: absolute;
      inset-block-start: 5px;
      inset-inline-start: -6px;
      inline-size: 10px;
      block-size: 10px;
      border: 2px solid var(--surface);
      border-radius: 50%;
      background: var(--outline);
    }
    li:first-child::before {
      background: var(--pine);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .history-act {
      font-weight: 600;
    }
    .is-undone {
      text-decoration: line-through;
    }
    .history-mark {
      margin-inline-start: var(--space-2);
      color: var(--muted);
      font-weight: 400;
    }
    .button {
      margin-block-start: var(--space-2);
    }
    .history-note {
      margin-block: var(--space-1);
      white-space: pre-line;
      max-inline-size: 68ch;
    }
    .history-who {
      color: var(--muted);
      font-size: var(--text-small);
    }
  `,
})
export class ReferralHistory {
  protected readonly t = injectText();
  private readonly paper = injectText('paper', paperTexts);
  protected readonly decisions = inject(Decisions);
  private readonly county = inject(County);
  readonly referral = input.required<Referral>();
  /** The last step can be taken back, by whoever reads this, now. */
  protected readonly mayUndo = computed(() => this.referral().undo !== null);
  protected readonly steps = computed(() =>
    this.referral()
      .steps.toReversed()
      .map((step) => {
        const { reason, text } = noteOf(step);
        return { ...step, text, reason: reason && this.county.reasonOfStep(step.act, reason) };
      }),
  );

  /** Whose word a step was, where somebody else wrote it down or it came through a link. */
  protected voiceText({ saidBy, through, organisationName }: Voice): string {
    return this.paper('paper.voice', { name: saidBy, organisation: organisationName, way: this.paper(`paper.way.${through}`) });
  }
}
