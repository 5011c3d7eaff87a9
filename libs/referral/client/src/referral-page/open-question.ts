import { Component, input } from '@angular/core';
import { DayPipe, injectText, Notice } from '@lotse/client-kit/ui';
import type { Referral } from '@lotse/referral/model';

/** The question that waits for an answer; it stands above everything else. */
@Component({
  selector: 'lotse-open-question',
  imports: [DayPipe, Notice],
  template: `
    @if (referral().openQuestion; as question) {
      <lotse-notice tone="due" [heading]="t('referral.question.heading', { name: referral().recipient?.organisationName ?? '' })">
        <blockquote>{{ question.text }}</blockquote>
        <p>
          {{ t('referral.question.due') }} <strong>{{ question.dueOn | day }}</strong>
        </p>
      </lotse-notice>
    }
  `,
  styles: `
    blockquote {
      margin: var(--space-1) 0 var(--space-2);
      padding-inline-start: var(--space-3);
      border-inline-start: 3px solid currentColor;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class OpenQuestion {
  protected readonly t = injectText();
  readonly referral = input.required<Referral>();
}
