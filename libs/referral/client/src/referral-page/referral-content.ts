import { Component, computed, inject, input } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Fact, injectText, Language, plainDayText } from '@lotse/client-kit/ui';
import { readServiceForm } from '@lotse/directory/model';
import { HiddenParts, NotReleased } from '@lotse/people/client';
import type { DataPart } from '@lotse/people/model';
import type { Referral } from '@lotse/referral/model';
import { answerLines, contentLines } from '../words/content-lines';
import { County } from '../words/county';

/** What is named also where it was not released: it is asked for most. */
const named: readonly DataPart[] = ['medication', 'notes', 'risk'];

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
          @if (referral().content.diagnosisCode; as code) {
            <span class="muted"> ({{ code }})</span>
          }
          @if (referral().content.certainty; as certainty) {
            <span class="muted"> · {{ t('referral.certainty.' + certainty) }}</span>
          }
        </div>
      }
      @for (line of lines(); track line.term) {
        <div lotseFact [term]="line.term">
          @if (line.text) {
            <p class="written">{{ line.text }}</p>
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
  private readonly language = inject(Language);
  private readonly form = inject(Api).read(readServiceForm, () => {
    const { serviceId, extra } = this.referral().content;
    return serviceId && extra ? { params: { id: serviceId }, query: { version: extra.version } } : undefined;
  });
  protected readonly lines = computed(() => {
    const { content, hidden } = this.referral();
    const wording = { t: this.t, language: this.language.current(), day: (day: string) => plainDayText(day, this.language.current()) };
    const answers = this.form.hasValue() ? answerLines(content, this.form.value().questions, wording) : [];
    return [...contentLines(content, wording), ...answers].filter(
      ({ text, part }) => text !== '' || (hidden.includes(part) && named.includes(part)),
    );
  });
}
