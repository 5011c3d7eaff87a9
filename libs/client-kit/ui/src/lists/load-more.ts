import { Component, input, output } from '@angular/core';
import { injectText } from '../texts/inject-text';

/** The end of a list that goes on: `<lotse-load-more [more]="nextCursor !== null" [busy]="…" (load)="…" />`. */
@Component({
  selector: 'lotse-load-more',
  template: `
    @if (more()) {
      <p class="load-more">
        <button type="button" class="button" [disabled]="busy()" (click)="load.emit()">
          {{ t(busy() ? 'kit.list.loading' : 'kit.list.more') }}
        </button>
      </p>
    }
  `,
})
export class LoadMore {
  protected readonly t = injectText();
  readonly more = input.required<boolean>();
  readonly busy = input(false);
  // A native load event does not bubble, so nothing is heard twice.
  // eslint-disable-next-line @angular-eslint/no-output-native
  readonly load = output();
}
