import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText } from '@lotse/client-kit/ui';
import { mayBeOfferedAnyway, type WaitingListEntry } from '@lotse/waiting-list/model';
import { excludedCounts } from '../words/excluded-counts';
import { rankSentence } from '../words/rank-sentence';
import { injectWhyNot, type WhyNot } from '../words/why-not';
import { FurtherPerson } from './further-person';

/** Who waits but does not fit this slot, and why: counted in a line, by name when it is opened. Whoever can come after all is offered it with a reason. */
@Component({
  selector: 'lotse-excluded-people',
  imports: [FurtherPerson, RouterLink],
  template: `
    <details [open]="saidBefore() || null">
      <summary>{{ summary() }}</summary>
      <ul>
        @for (one of excluded(); track one.entry.id) {
          <li>
            @if (mayBeOfferedAnyway(one.why)) {
              <lotse-further-person
                [entry]="one.entry"
                [whyNot]="whyNot(one)"
                [busy]="busy()"
                (offer)="offer.emit({ entryId: one.entry.id, reason: $event })"
              />
            } @else {
              <a [routerLink]="['/zuweisungen', one.entry.referralId]">{{ one.entry.personName }}</a> –
              {{ whyNot(one) }}
              <span class="cell-sub">{{ sentenceOf(one.entry) }}</span>
            }
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
  protected readonly mayBeOfferedAnyway = mayBeOfferedAnyway;
  readonly excluded = input.required<readonly (WhyNot & { entry: WaitingListEntry })[]>();
  readonly busy = input(false);
  /** The slot is offered to one of them all the same, with the reason. */
  readonly offer = output<{ entryId: string; reason: string }>();
  /** The reasons stand above already, counted: then it is about the people. */
  readonly saidBefore = input(false);
  protected readonly summary = computed(() => {
    const count = this.excluded().length;
    if (this.saidBefore()) return this.t('waitingList.offerSlot.excludedPeople', { count });
    return this.t('waitingList.offerSlot.excluded', { count, counts: excludedCounts(this.t, this.excluded()) });
  });

  protected sentenceOf(entry: WaitingListEntry): string {
    return rankSentence(this.t, entry);
  }
}
