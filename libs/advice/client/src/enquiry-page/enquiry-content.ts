import type { Enquiry } from '@lotse/advice/model';
import { Component, input } from '@angular/core';
import { BornPipe, DayPipe, Fact, injectText } from '@lotse/client-kit/ui';
import { HiddenParts } from '@lotse/people/client';

const words = ['question', 'diagnosis', 'medication', 'triedSoFar', 'needs'] as const;

/** What was asked. What was not filled in is left out, what was not released is named. */
@Component({
  selector: 'lotse-enquiry-content',
  imports: [BornPipe, DayPipe, Fact, HiddenParts],
  template: `
    <dl class="facts">
      @if (enquiry().birthDate; as born) {
        <div lotseFact [term]="t('advice.content.birthDate')">{{ born | born }}</div>
      }
      @if (enquiry().content.age !== null) {
        <div lotseFact [term]="t('advice.content.age')">{{ enquiry().content.age }}</div>
      }
      @for (field of words; track field) {
        @if (enquiry().content[field]; as text) {
          <div lotseFact [term]="t('advice.content.' + field)">
            <p class="written">{{ text }}</p>
          </div>
        }
      }
      @if (enquiry().content.category; as category) {
        <div lotseFact [term]="t('advice.content.category')">{{ t('directory.kind.' + category) }}</div>
      }
      @if (enquiry().content.postcode; as postcode) {
        <div lotseFact [term]="t('advice.content.postcode')">{{ postcode }}</div>
      }
      @if (enquiry().content.urgency; as urgency) {
        <div lotseFact [term]="t('advice.content.urgency')">{{ t('advice.urgency.' + urgency) }}</div>
      }
      <div lotseFact [term]="t('advice.content.answerBy')">{{ enquiry().answerBy | day }}</div>
    </dl>
    <lotse-hidden-parts [hidden]="enquiry().hidden" />
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
export class EnquiryContentView {
  protected readonly t = injectText();
  protected readonly words = words;
  readonly enquiry = input.required<Enquiry>();
}
