import { Component, computed, inject, input } from '@angular/core';
import { Fact, injectText, Language, plainDayText } from '@lotse/client-kit/ui';
import { calendarDayOf, type AnswerOf } from '@lotse/kernel';
import type { lookThroughLink } from '@lotse/referral/model';

/** What was released to the receiver of a link, and that there is more where there is. */
@Component({
  selector: 'lotse-link-content',
  imports: [Fact],
  template: `
    <section class="panel padded stack">
      <h2 class="section-title">{{ t('receiverLinks.page.reference', { reference: referral().reference }) }}</h2>
      <dl class="facts">
        @for (row of rows(); track row.term) {
          <div lotseFact [term]="row.term">{{ row.value }}</div>
        }
      </dl>
      @if (referral().hidden.length > 0) {
        <p class="muted small">{{ t('receiverLinks.page.hidden') }}</p>
      }
    </section>
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
      ['urgency', urgency && this.t(`receiverLinks.urgency.${urgency}`)],
      ['person', personName],
      ['birthDate', birthDate && this.day(birthDate)],
      ['phone', person.phone],
      ['address', [person.street, person.postcode].filter(Boolean).join(', ')],
      ['reason', reasonText],
      ['question', content.question],
      ['diagnosis', content.diagnosis],
      ['medication', content.medication],
      ['triedSoFar', content.triedSoFar],
    ];
    return rows.flatMap(([name, value]) => (value ? [{ term: this.t(`receiverLinks.page.${name}`), value }] : []));
  });

  private day(day: string): string {
    return plainDayText(day, this.language.current());
  }
}
