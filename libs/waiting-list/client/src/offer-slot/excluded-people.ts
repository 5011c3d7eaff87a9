import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText } from '@lotse/client-kit/ui';
import type { Exclusion, WaitingListEntry } from '@lotse/waiting-list/model';
import { excludedCounts } from '../words/excluded-counts';
import { rankSentence } from '../words/rank-sentence';
import { shortNoticeText } from '../words/short-notice';

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
            {{ t('waitingList.offerSlot.excludedWhy.' + one.why) }}
            <span class="cell-sub"
              >{{ sentenceOf(one.entry) }}
              @if (one.why === 'notice_too_short') {
                {{ noticeOf(one.entry) }}
              }
            </span>
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
  readonly excluded = input.required<readonly { entry: WaitingListEntry; why: Exclusion }[]>();
  protected readonly counts = computed(() => excludedCounts(this.t, this.excluded()));

  protected sentenceOf(entry: WaitingListEntry): string {
    return rankSentence(this.t, entry);
  }

  protected noticeOf(entry: WaitingListEntry): string {
    return `${this.t('waitingList.column.shortNotice')}: ${shortNoticeText(this.t, entry, 'answer')}.`;
  }
}
