import { Component, inject, output } from '@angular/core';
import { Icon, injectProblemText, injectText, MomentTextPipe, Notice } from '@lotse/client-kit/ui';
import { isPossibleIn } from './act-choices';
import { Decisions, isOvertaken, type RefusedDecision } from './decisions';

/** What was not saved although the screen had gone on already: who was faster, and the way back. */
@Component({
  selector: 'lotse-refused-decisions',
  imports: [Icon, MomentTextPipe, Notice],
  template: `
    @for (one of decisions.refused(); track one) {
      <lotse-notice tone="due" role="alert" [heading]="t('referral.refused.heading', { name: one.personName, act: nameOf(one) })">
        @if (stepOf(one); as step) {
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
        } @else {
          <p>{{ problemText(one.problem) }}</p>
        }
        <p class="cluster">
          <button type="button" class="button" (click)="look(one)">{{ t('referral.refused.look') }}</button>
          @if (mayTryAgain(one)) {
            <button type="button" class="button" (click)="decisions.again(one)">
              <lotse-icon name="rotate-ccw" [size]="16" />{{ t('referral.refused.again') }}
            </button>
          }
          <button type="button" class="button is-text" (click)="decisions.dismiss(one)">{{ t('referral.refused.dismiss') }}</button>
        </p>
      </lotse-notice>
    }
  `,
  styles: `
    lotse-notice {
      display: block;
      margin-block-end: var(--space-3);
    }
  `,
})
export class RefusedDecisions {
  protected readonly t = injectText();
  protected readonly problemText = injectProblemText();
  protected readonly decisions = inject(Decisions);
  /** Somebody wants to see the referral. */
  readonly open = output<string>();

  protected nameOf = ({ attempt }: RefusedDecision): string =>
    this.t(attempt === 'undo' ? 'referral.undo.do' : `referral.act.${attempt.act}.do`);
  protected stepOf = ({ problem, now }: RefusedDecision) => (isOvertaken(problem) ? now?.steps.at(-1) : undefined);
  protected mayTryAgain = ({ attempt, now }: RefusedDecision): boolean =>
    now !== undefined && (attempt === 'undo' ? now.undo !== null : isPossibleIn(now.state, attempt.act));

  protected look(one: RefusedDecision): void {
    this.decisions.dismiss(one);
    this.open.emit(one.id);
  }
}
