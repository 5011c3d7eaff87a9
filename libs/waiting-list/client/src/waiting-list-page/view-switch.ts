import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText } from '@lotse/client-kit/ui';

/** The same list as rows or as pictures. */
@Component({
  selector: 'lotse-view-switch',
  imports: [RouterLink],
  template: `
    <nav class="segments" [attr.aria-label]="t('waitingList.view.label')">
      <a class="segment" routerLink="/warteliste" queryParamsHandling="merge" [attr.aria-current]="view() === 'rows' ? 'page' : null">{{
        t('waitingList.view.rows')
      }}</a>
      <a
        class="segment"
        routerLink="/warteliste/bilder"
        queryParamsHandling="merge"
        [attr.aria-current]="view() === 'pictures' ? 'page' : null"
        >{{ t('waitingList.view.pictures') }}</a
      >
    </nav>
  `,
  host: { class: 'no-print' },
})
export class ViewSwitch {
  protected readonly t = injectText();
  readonly view = input.required<'rows' | 'pictures'>();
}
