import { Component, inject, input, signal } from '@angular/core';
import { injectText } from '../texts/inject-text';
import { Language } from '../texts/language';
import { momentText } from '../time/moments';

/** Stands above whatever is printed: where it comes from, and how it stood when. */
@Component({
  selector: 'lotse-print-head',
  template: `
    <p class="print-head only-print">
      <span>Lotse · {{ organisation() }}</span>
      <span>{{ t('kit.print.stand', { moment: stand() }) }}</span>
    </p>
  `,
  host: { '(window:beforeprint)': 'now()' },
})
export class PrintHead {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  readonly organisation = input<string>();
  protected readonly stand = signal(momentText(new Date(), this.language.current()));

  protected now(): void {
    this.stand.set(momentText(new Date(), this.language.current()));
  }
}
