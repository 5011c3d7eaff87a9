import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, injectText, Page } from '@lotse/client-kit/ui';

/** An address that leads nowhere. */
@Component({
  selector: 'lotse-not-found-page',
  imports: [Icon, Page, RouterLink],
  template: `
    <lotse-page [title]="t('notFound.title')" [lead]="t('notFound.lead')" width="narrow">
      <p>
        <a class="button" routerLink="/start"><lotse-icon name="house" [size]="16" />{{ t('notFound.toStart') }}</a>
      </p>
    </lotse-page>
  `,
})
export class NotFoundPage {
  protected readonly t = injectText();
}
