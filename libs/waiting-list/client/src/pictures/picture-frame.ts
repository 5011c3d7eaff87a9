import { Component, input, signal } from '@angular/core';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { picturesTexts } from './pictures-texts';

/**
 * A picture of figures: what it is, what it says in one sentence, the picture, and the same as a table. The table is always there for those who
 * read with ears or fingers; whoever wants to see it instead of the picture says so.
 */
@Component({
  selector: 'lotse-picture-frame',
  imports: [Icon],
  template: `
    <h2 class="section-title">{{ heading() }}</h2>
    <p class="finding">{{ finding() }}</p>
    <ng-content select="[pictureNote]" />
    @if (!asTable()) {
      <div class="drawing"><ng-content /></div>
    }
    <div [class.unseen]="!asTable()"><ng-content select="[pictureTable]" /></div>
    <button type="button" class="button is-text is-small no-print" [attr.aria-pressed]="asTable()" (click)="asTable.set(!asTable())">
      <lotse-icon [name]="asTable() ? 'eye' : 'columns-3'" [size]="16" />{{ t('pictures.asTable') }}
    </button>
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }
    /* As wide as it would be seen: in a narrower frame the table would have to be scrolled, by those who cannot see it. */
    .unseen {
      position: absolute;
      inset-block-end: 0;
      inline-size: calc(100% - 2 * var(--panel-side));
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .section-title {
      margin-block-start: 0;
    }
    .finding {
      max-inline-size: 72ch;
      margin-block: 0 var(--space-3);
      font-size: var(--text-large);
      line-height: 1.4;
    }
    .drawing {
      margin-block: var(--space-4) var(--space-2);
    }
    button {
      margin-inline-start: calc(-1 * var(--space-2));
    }
  `,
  host: { class: 'panel' },
})
export class PictureFrame {
  protected readonly t = injectText('pictures', picturesTexts);
  readonly heading = input.required<string>();
  readonly finding = input.required<string>();
  protected readonly asTable = signal(false);
}
