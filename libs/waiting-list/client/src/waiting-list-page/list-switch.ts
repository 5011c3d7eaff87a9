import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, injectText } from '@lotse/client-kit/ui';

/** A waiting list as the switch shows it. */
export interface ListChoice {
  readonly id: string;
  readonly serviceName: string;
  readonly waiting: number;
  readonly overdue: number;
}

/** One list a service; each says how many wait there. */
@Component({
  selector: 'lotse-list-switch',
  imports: [Icon, RouterLink],
  template: `
    <nav [attr.aria-label]="t('waitingList.lists.label')">
      <ul class="tabs">
        @for (one of lists(); track one.id) {
          <li>
            <a
              class="tab"
              [routerLink]="[]"
              [queryParams]="{ list: one.id }"
              queryParamsHandling="merge"
              [attr.aria-current]="one.id === chosen() ? 'true' : null"
            >
              {{ one.serviceName }} <span class="tab-count">{{ one.waiting }}</span>
              @if (one.overdue > 0) {
                <span class="list-overdue" [attr.title]="t('waitingList.lists.overdue', { count: one.overdue })">
                  <lotse-icon name="triangle-alert" [size]="14" />{{ one.overdue
                  }}<span class="visually-hidden">{{ t('waitingList.lists.overdue', { count: '' }) }}</span>
                </span>
              }
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    .list-overdue {
      display: inline-flex;
      align-items: center;
      gap: 3px;
      color: var(--overdue-ink);
      font-size: var(--text-note);
    }
  `,
})
export class ListSwitch {
  protected readonly t = injectText();
  readonly lists = input.required<readonly ListChoice[]>();
  readonly chosen = input<string>();
}
