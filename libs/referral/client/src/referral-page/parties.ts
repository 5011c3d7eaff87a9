import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BornPipe, Fact, injectText } from '@lotse/client-kit/ui';
import { NotReleased } from '@lotse/people/client';
import type { Referral } from '@lotse/referral/model';
import { injectAge } from '../words/age';

/** The person, and the two sides between which they are handed on. */
@Component({
  selector: 'lotse-parties',
  imports: [BornPipe, Fact, NotReleased, RouterLink],
  template: `
    <dl class="facts">
      <div lotseFact [term]="t('referral.party.person')">
        <a [routerLink]="['/personen', referral().personId]">{{ referral().personName }}</a><br /><span class="muted"
          >{{ referral().birthDate | born }}{{ age() }}</span
        >
      </div>
      @if (referral().hidden.includes('contact')) {
        <div lotseFact [term]="t('referral.party.phone')"><lotse-not-released /></div>
      } @else if (referral().person.phone; as phone) {
        <div lotseFact [term]="t('referral.party.phone')">
          <a [href]="'tel:' + phone">{{ phone }}</a>
        </div>
      }
      @if (language(); as language) {
        <div lotseFact [term]="t('referral.party.language')">{{ language }}</div>
      }
      <div lotseFact [term]="t('referral.party.referrer')">{{ referral().referrer.organisationName }}</div>
      <div lotseFact [term]="t('referral.party.recipient')">
        {{ referral().recipient?.organisationName ?? '–' }}
        @if (referral().serviceName; as service) {
          <br /><span class="muted">{{ service }}</span>
        }
      </div>
    </dl>
  `,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    @container (max-width: 420px) {
      .fact {
        grid-template-columns: 1fr;
        gap: 0;
      }
    }
  `,
})
export class Parties {
  protected readonly t = injectText();
  readonly referral = input.required<Referral>();
  protected readonly age = injectAge(() => this.referral().birthDate);
  /** German goes without saying. */
  protected readonly language = computed(() => {
    const { language } = this.referral().person;
    if (language === 'de') return undefined;
    return new Intl.DisplayNames([document.documentElement.lang || 'de'], { type: 'language' }).of(language);
  });
}
