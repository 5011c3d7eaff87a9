import { afterNextRender, Component, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Icon, injectText, Toasts } from '@lotse/client-kit/ui';

/** Recovery codes, the one time they are seen: to be printed, copied or written down. */
@Component({
  selector: 'lotse-recovery-codes-panel',
  imports: [Icon],
  template: `
    <section class="panel stack" aria-labelledby="recovery-codes">
      <h2 #heading id="recovery-codes" tabindex="-1">{{ t('security.codes.heading') }}</h2>
      <p>{{ t('security.codes.lead') }}</p>
      <ol #list class="codes">
        @for (code of codes(); track code) {
          <li>
            <code>{{ code }}</code>
          </li>
        }
      </ol>
      <p class="cluster no-print">
        <button type="button" class="button" (click)="print()"><lotse-icon name="printer" />{{ t('security.codes.print') }}</button>
        <button type="button" class="button" (click)="copy()"><lotse-icon name="copy" />{{ t('security.codes.copy') }}</button>
        <button type="button" class="button is-filled" (click)="kept.emit()">{{ t('security.codes.kept') }}</button>
      </p>
    </section>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: var(--space-4);
    }
    .codes {
      columns: 2;
      max-inline-size: 26em;
      padding-inline-start: 2em;
      list-style: decimal;
    }
    .codes li {
      padding-block: 3px;
      break-inside: avoid;
    }
    .codes code {
      font-size: 1.0667rem;
    }
    @media (max-width: 420px) {
      .codes {
        columns: 1;
      }
    }
  `,
})
export class RecoveryCodesPanel {
  protected readonly t = injectText();
  private readonly toasts = inject(Toasts);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  readonly codes = input.required<readonly string[]>();
  readonly kept = output();

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected print(): void {
    window.print();
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.codes().join('\n'));
      this.toasts.show(this.t('security.codes.copied'));
    } catch {
      // The browser does not permit it, or has no clipboard: what is selected can be copied by hand.
      getSelection()?.selectAllChildren(this.list().nativeElement);
      this.toasts.show(this.t('security.codes.notCopied'));
    }
  }
}
