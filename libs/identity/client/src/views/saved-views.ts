import { Component, input } from '@angular/core';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { identityTexts } from '../identity-texts';
import { SavedViewsMenu } from './saved-views-menu';

/**
 * The saved views of a page: `<lotse-saved-views page="inbox" />`. Reads filters, order and columns from the address and writes them there;
 * what was typed to find somebody is never part of a view. Comes after the page itself.
 */
@Component({
  selector: 'lotse-saved-views',
  imports: [Icon, SavedViewsMenu],
  template: `
    @defer (on immediate) {
      <lotse-saved-views-menu [page]="page()" />
    } @placeholder {
      <button type="button" class="button" aria-disabled="true">
        <lotse-icon name="bookmark" [size]="16" /><span>{{ t('identity.views.label') }}</span>
        <lotse-icon name="chevron-down" [size]="16" />
      </button>
    }
  `,
})
export class SavedViews {
  protected readonly t = injectText('identity', identityTexts);

  /** The page the views belong to, such as `inbox`. */
  readonly page = input.required<string>();
}
