import { Component, computed, inject, input } from '@angular/core';
import { Fact, injectText } from '@lotse/client-kit/ui';
import { HiddenParts, NotReleased } from '@lotse/people/client';
import type { Referral } from '@lotse/referral/model';
import { County } from '../words/county';

const longParts = [
  ['medication', 'medication'],
  ['triedSoFar', 'notes'],
] as const;

/** What the referring side wrote. What was not filled in is left out; what was not released is named. */
@Component({
  selector: 'lotse-referral-content',
  imports: [Fact, HiddenParts, NotReleased],
  template: `
    <dl class="facts">
      <div lotseFact [term]="t('referral.content.reason')">{{ county.reasonText(referral().content.reason) }}</div>
      <div lotseFact [term]="t('referral.content.question')">
        <p class="written">{{ referral().content.question || '–' }}</p>
      </div>
      @if (referral().content.diagnosis; as diagnosis) {
        <div lotseFact [term]="t('referral.content.diagnosis')">
          {{ diagnosis }}
          @if (referral().content.certainty; as certainty) {
            <span class="muted"> · {{ t('referral.certainty.' + certainty) }}</span>
          }
        </div>
      }
      @for (part of longParts(); track part.name) {
        <div lotseFact [term]="t('referral.content.' + part.name)">
          @if (part.text) {
            <p class="written">{{ part.text }}</p>
          } @else {
            <lotse-not-released />
          }
        </div>
      }
      @if (referral().content.shortNotice) {
        <div lotseFact [term]="t('referral.content.shortNotice')">
          {{ t('referral.content.notice', { count: referral().content.minimumNoticeHours }) }}
        </div>
      }
      @if (referral().content.callbackPhone; as phone) {
        <div lotseFact [term]="t('referral.content.callbackPhone')">
          <a [href]="'tel:' + phone">{{ phone }}</a>
        </div>
      }
    </dl>
    <lotse-hidden-parts [hidden]="referral().hidden" />
  `,
  styles: `
    .written {
      margin: 0;
      max-inline-size: 68ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ReferralContentView {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  readonly referral = input.required<Referral>();
  protected readonly longParts = computed(() =>
    longParts.flatMap(([name, part]) => {
      const text = this.referral().content[name];
      return text || this.referral().hidden.includes(part) ? [{ name, text }] : [];
    }),
  );
}
