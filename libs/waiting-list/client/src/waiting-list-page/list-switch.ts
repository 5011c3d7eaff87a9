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
      <ul class="lists">
        @for (one of lists(); track one.id) {
          <li>
            <a class="list" [routerLink]="[]" [queryParams]="{ list: one.id }" [attr.aria-current]="one.id === chosen() ? 'true' : null">
              {{ one.serviceName }} <span class="list-count">{{ one.waiting }}</span>
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
    :host {
      display: block;
    }
    .lists {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
      border-block-end: 1px solid var(--hairline);
    }
    .list {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-block-size: 40px;
      padding: 4px 12px;
      margin-block-end: -1px;
      border-block-end: 3px solid transparent;
      color: var(--muted);
      font-weight: 560;
      text-decoration: none;
    }
    .list:hover {
      color: var(--ink);
      border-color: var(--outline);
    }
    .list[aria-current] {
      color: var(--pine);
      border-color: var(--pine);
    }
    .list-count {
      padding: 0 7px;
      border-radius: var(--radius);
      background: var(--hover);
      color: var(--ink);
      font-size: 14px;
    }
    .list[aria-current] .list-count {
      background: var(--selected);
      color: var(--pine);
    }
    .list-overdue {
      display: inline-flex;
      align-items: center;
      gap: 3px;
      color: var(--overdue-ink);
      font-size: 14px;
    }
    @media screen and (max-width: 700px) {
      .lists {
        flex-direction: column;
      }
      .list {
        min-block-size: 44px;
      }
    }
  `,
})
export class ListSwitch {
  protected readonly t = injectText();
  readonly lists = input.required<readonly ListChoice[]>();
  readonly chosen = input<string>();
}
