import { Component, computed, inject, input } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { Notice } from '@lotse/client-kit/ui';
import { readFreeSlots } from '@lotse/waiting-list/model';
import { injectFreeSlotWords } from './free-slot-words';

const named = 2;

/** On the page of a referral that is not on a list yet: that its service has published a free slot, and how it becomes theirs. */
@Component({
  selector: 'lotse-free-slots-of-referral',
  imports: [Notice],
  template: `
    @if (text(); as text) {
      <lotse-notice tone="info" [heading]="words.t('freeSlots.ofReferral.heading')"
        ><p>{{ text }}</p></lotse-notice
      >
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host(:not(:has(lotse-notice))) {
      display: none;
    }
  `,
})
export class FreeSlotsOfReferral {
  protected readonly words = injectFreeSlotWords();
  readonly referralId = input.required<string>();
  private readonly found = inject(Api).read(readFreeSlots, () => ({ query: { referralId: this.referralId(), limit: named } }));

  protected readonly text = computed(() => {
    const items = this.found.hasValue() ? this.found.value().items.filter(({ publishedAt }) => publishedAt !== null) : [];
    const [first, second] = items;
    if (!first) return undefined;
    const { t, time } = this.words;
    const slots = second ? t('freeSlots.ofReferral.and', { one: time(first), other: time(second) }) : time(first);
    return t(first.isOwn ? 'freeSlots.ofReferral.own' : 'freeSlots.ofReferral.text', { slots });
  });

  constructor() {
    inject(Live).onChange('slot', () => this.found.reload());
  }
}
