import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { pagesFor } from './administration-pages';

/** The tabs above every page of the administration; with a single page there is nothing to choose. */
@Component({
  selector: 'lotse-administration-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    @if (pages().length > 1) {
      <nav class="administration-tabs no-print" [attr.aria-label]="t('administration.pages')">
        <ul class="tabs">
          @for (page of pages(); track page.path) {
            <li>
              <a class="tab" [routerLink]="page.path" routerLinkActive="is-current" ariaCurrentWhenActive="page">{{ t(page.label) }}</a>
            </li>
          }
        </ul>
      </nav>
    }
    <router-outlet />
  `,
  styles: `
    .administration-tabs {
      margin-block-end: var(--space-5);
    }
  `,
})
export class AdministrationFrame {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  protected readonly pages = computed(() => pagesFor((permission) => this.session.may(permission)));
}
