import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText } from '@lotse/client-kit/ui';
import type { WaitingListEntry } from '@lotse/waiting-list/model';
import { excludedCounts } from '../words/excluded-counts';
import { rankSentence } from '../words/rank-sentence';
import { injectWhyNot, type WhyNot } from '../words/why-not';

/** Who waits but does not fit this slot, and why: counted in a line, by name when it is opened. */
@Component({
  selector: 'lotse-excluded-people',
  imports: [RouterLink],
  template: `
    <details>
      <summary>{{ t('waitingList.offerSlot.excluded', { count: excluded().length, counts: counts() }) }}</summary>
      <ul>
        @for (one of excluded(); track one.entry.id) {
          <li>
            <a [routerLink]="['/zuweisungen', one.entry.referralId]">{{ one.entry.personName }}</a> –
            {{ whyNot(one) }}
            <span class="cell-sub">{{ sentenceOf(one.entry) }}</span>
          </li>
        }
      </ul>
    </details>
  `,
  styles: `
    summary {
      min-block-size: 32px;
      padding-block: 4px;
      color: var(--muted);
      cursor: pointer;
    }
    summary:hover {
      color: var(--ink);
    }
    ul {
      display: grid;
      gap: var(--space-3);
      padding: var(--space-2) 0 0 var(--space-4);
    }
    a {
      color: inherit;
      font-weight: 560;
    }
  `,
})
export class ExcludedPeople {
  protected readonly t = injectText();
  protected readonly whyNot = injectWhyNot();
  readonly excluded = input.required<readonly (WhyNot & { entry: WaitingListEntry })[]>();
  protected readonly counts = computed(() => excludedCounts(this.t, this.excluded()));

  protected sentenceOf(entry: WaitingListEntry): string {
    return rankSentence(this.t, entry);
  }
}
