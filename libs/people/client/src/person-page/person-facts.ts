import { Component, input } from '@angular/core';
import { Fact, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import type { Person } from '@lotse/people/model';

/** Who somebody is and how they are reached. */
@Component({
  selector: 'lotse-person-facts',
  imports: [Fact, PlainDayPipe],
  template: `
    <section class="panel stack">
      <h2 class="section-title">{{ t('people.person.identity') }}</h2>
      <dl class="facts">
        <div lotseFact [term]="t('people.person.birthDate')">{{ person().birthDate | plainDay }}</div>
        <div lotseFact [term]="t('people.person.sex')">{{ t('people.sex.' + person().sex) }}</div>
        <div lotseFact [term]="t('people.person.kvnr')">{{ person().kvnr ?? '–' }}</div>
      </dl>
      <h2 class="section-title">{{ t('people.person.contact') }}</h2>
      <dl class="facts">
        <div lotseFact [term]="t('people.person.phone')">
          @if (person().phone; as phone) {
            <a [href]="'tel:' + phone">{{ phone }}</a>
          } @else {
            –
          }
        </div>
        <div lotseFact [term]="t('people.person.address')">{{ address() }}</div>
      </dl>
    </section>
  `,
})
export class PersonFacts {
  protected readonly t = injectText();
  readonly person = input.required<Person>();

  protected address(): string {
    const { street, postcode } = this.person();
    return [street, postcode].filter(Boolean).join(', ') || '–';
  }
}
