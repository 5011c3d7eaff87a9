import { Component } from '@angular/core';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { peopleTexts } from '../people-texts';

/** Stands where something would stand if it had been released: hidden is said, never left empty. */
@Component({
  selector: 'lotse-not-released',
  imports: [Icon],
  template: `<lotse-icon name="lock" [size]="14" />{{ t('people.hidden.here') }}`,
  host: { class: 'muted' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
  `,
})
export class NotReleased {
  protected readonly t = injectText('people', peopleTexts);
}
