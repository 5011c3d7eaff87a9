import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, Live } from '@lotse/client-kit/api';
import { Chip, DayPipe, Icon, injectText } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { readOpenQuestions } from '@lotse/referral/model';
import { questionTexts } from './question-texts';

const most = 5;

/** Questions that wait for an answer from here, the earliest due first: one click leads to where it is written. Nothing while there are none. */
@Component({
  selector: 'lotse-open-questions',
  imports: [Chip, DayPipe, Icon, RouterLink],
  template: `
    @if (rows().length > 0) {
      <section class="panel" [attr.aria-label]="t('questions.toAnswer')">
        <header class="panel-head">
          <h2 class="section-title">{{ t('questions.toAnswer') }}</h2>
        </header>
        <ul>
          @for (row of rows(); track row.id) {
            <li>
              <span class="words">
                <a [routerLink]="['/zuweisungen', row.referralId]" fragment="rueckfrage">{{ row.personName ?? row.reference }}</a>
                <span class="muted small text">{{ row.asker.organisationName }}: {{ row.text }}</span>
              </span>
              <lotse-chip [tone]="row.dueOn < today ? 'overdue' : 'due'">{{ t('questions.till') }} {{ row.dueOn | day }}</lotse-chip>
              <a class="button is-small" [routerLink]="['/zuweisungen', row.referralId]" fragment="rueckfrage">
                <lotse-icon name="message-square-text" [size]="15" />{{ t('questions.command.answer') }}
              </a>
            </li>
          }
        </ul>
        @if (hasMore()) {
          <p class="muted small">{{ t('questions.more') }}</p>
        }
      </section>
    }
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      padding-block: var(--space-3);
    }
    li + li {
      border-block-start: 1px solid var(--hairline);
    }
    .words a {
      font-weight: 650;
    }
    .text {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow-wrap: anywhere;
    }
    @media screen and (max-width: 700px) {
      li {
        display: flex;
        flex-wrap: wrap;
      }
      .words {
        flex-basis: 100%;
      }
    }
  `,
})
export class OpenQuestions {
  protected readonly t = injectText('questions', questionTexts);
  private readonly list = inject(Api).read(readOpenQuestions, () => ({ query: { limit: most } }));
  protected readonly rows = computed(() => (this.list.hasValue() ? this.list.value().items : []));
  protected readonly hasMore = computed(() => this.list.hasValue() && this.list.value().nextCursor !== null);
  protected readonly today = calendarDayOf(new Date());

  constructor() {
    inject(Live).onChange('question', () => this.list.reload());
    inject(Live).onChange('referral', () => this.list.reload());
  }
}
