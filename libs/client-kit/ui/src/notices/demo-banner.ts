import { Component } from '@angular/core';
import { injectText } from '../texts/inject-text';

/** Says on every page that nothing here is real. */
@Component({
  selector: 'lotse-demo-banner',
  template: `<aside class="demo-banner" [attr.aria-label]="t('kit.demo.word')">
    <strong>{{ t('kit.demo.word') }}:</strong> {{ t('kit.demo.text') }}
  </aside>`,
})
export class DemoBanner {
  protected readonly t = injectText();
}
