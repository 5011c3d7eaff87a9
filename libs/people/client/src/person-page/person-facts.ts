import { Component, computed, input } from '@angular/core';
import { Fact, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import { isBornYear, type DataPart, type Person } from '@lotse/people/model';
import { HiddenParts } from '../parts/hidden-parts';
import { NotReleased } from '../parts/not-released';

/** Who somebody is and how they are reached. */
@Component({
  selector: 'lotse-person-facts',
  imports: [Fact, HiddenParts, NotReleased, PlainDayPipe],
  template: `
    <section class="panel">
      <h2 class="section-title">{{ t('people.person.identity') }}</h2>
      <dl class="facts">
        <div lotseFact [term]="t(isYear() ? 'people.person.bornIn' : 'people.person.birthDate')">
          @if (isYear()) {
            {{ person().birthDate }}
          } @else {
            {{ person().birthDate | plainDay }}
          }
        </div>
        <div lotseFact [term]="t('people.person.sex')">{{ t('people.sex.' + person().sex) }}</div>
        <div lotseFact [term]="t('people.person.kvnr')">{{ person().kvnr ?? '–' }}</div>
      </dl>
      <h2 class="section-title further">{{ t('people.person.contact') }}</h2>
      <dl class="facts">
        <div lotseFact [term]="t('people.person.phone')">
          @if (isHidden('contact')) {
            <lotse-not-released />
          } @else if (person().phone; as phone) {
            <a [href]="'tel:' + phone">{{ phone }}</a>
          } @else {
            –
          }
        </div>
        <div lotseFact [term]="t('people.person.address')">
          @if (isHidden('contact')) {
            <lotse-not-released />
          } @else {
            {{ address() }}
          }
        </div>
      </dl>
      <lotse-hidden-parts class="hidden-parts" [hidden]="person().hidden" />
    </section>
  `,
  styles: `
    .section-title {
      margin: 0 0 var(--space-3);
    }
    .further {
      margin-block-start: var(--space-5);
    }
    .hidden-parts:not(:empty) {
      display: block;
      margin-block-start: var(--space-4);
    }
  `,
})
export class PersonFacts {
  protected readonly t = injectText();
  readonly person = input.required<Person>();

  protected readonly isYear = computed(() => isBornYear(this.person().birthDate ?? ''));

  protected isHidden(part: DataPart): boolean {
    return this.person().hidden.includes(part);
  }

  protected address(): string {
    const { street, postcode } = this.person();
    return [street, postcode].filter(Boolean).join(', ') || '–';
  }
}
