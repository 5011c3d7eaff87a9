import { Component, computed, inject, input } from '@angular/core';
import { Fact, injectText, Language, plainDayText } from '@lotse/client-kit/ui';
import { calendarDayOf, type AnswerOf } from '@lotse/kernel';
import { HiddenParts } from '@lotse/people/client';
import type { lookThroughLink } from '@lotse/referral/model';
import { contentLines } from '../words/content-lines';

/** What was released to the receiver of a link, and that there is more where there is. */
@Component({
  selector: 'lotse-link-content',
  imports: [Fact, HiddenParts],
  template: `
    <section class="panel padded stack">
      <h2 class="section-title">{{ t('receiverLinks.page.reference', { reference: referral().reference }) }}</h2>
      <dl class="facts">
        @for (row of rows(); track row.term) {
          <div lotseFact [term]="row.term">
            <p class="written">{{ row.value }}</p>
          </div>
        }
      </dl>
      <lotse-hidden-parts [hidden]="referral().hidden" />
    </section>
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
export class LinkContent {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  readonly referral = input.required<AnswerOf<typeof lookThroughLink>>();

  protected readonly rows = computed(() => {
    const { referrer, sentAt, serviceName, personName, birthDate, person, urgency, content, callback, reasonText } = this.referral();
    const rows: [name: string, value: string | null | undefined][] = [
      ['from', referrer.organisationName],
      ['sentOn', sentAt && this.day(calendarDayOf(new Date(sentAt)))],
      ['callback', callback],
      ['service', serviceName],
      ['urgency', urgency && this.t(`referral.urgency.${urgency}`)],
      ['person', personName],
      ['birthDate', birthDate && this.day(birthDate)],
      ['phone', person.phone],
      ['address', [person.street, person.postcode].filter(Boolean).join(', ')],
      ['reason', reasonText],
      ['question', content.question],
      ['diagnosis', this.diagnosis()],
    ];
    const facts = rows.map(([name, value]) => ({ term: this.t(`receiverLinks.page.${name}`), value }));
    const wording = { t: this.t, language: this.language.current(), day: (day: string) => this.day(day) };
    const further = contentLines(content, wording).map(({ term, text }) => ({ term, value: text }));
    return [...facts, ...further].filter(({ value }) => Boolean(value));
  });
  private readonly diagnosis = computed(() => {
    const { diagnosis, diagnosisCode, certainty } = this.referral().content;
    return diagnosis && [diagnosis, diagnosisCode, certainty && this.t(`referral.certainty.${certainty}`)].filter(Boolean).join(' · ');
  });

  private day(day: string): string {
    return plainDayText(day, this.language.current());
  }
}
