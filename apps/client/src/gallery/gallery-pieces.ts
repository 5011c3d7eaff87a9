import { Component } from '@angular/core';
import { Page } from '@lotse/client-kit/ui';
import { FieldPieces } from './field-pieces';
import { ListPieces } from './list-pieces';
import { MarkPieces } from './mark-pieces';
import { NoticePieces } from './notice-pieces';
import { PressPieces } from './press-pieces';
import { StatePieces } from './state-pieces';

/** All pieces below one another. */
@Component({
  selector: 'lotse-gallery-pieces',
  imports: [FieldPieces, ListPieces, MarkPieces, NoticePieces, Page, PressPieces, StatePieces],
  template: `
    <main class="content">
      <lotse-page title="Stücke" [count]="6" back="/galerie" backLabel="Galerie">
        <div class="stack">
          <lotse-press-pieces class="panel stack" />
          <lotse-mark-pieces class="panel stack" />
          <lotse-list-pieces class="panel stack" />
          <lotse-field-pieces class="panel stack" />
          <lotse-notice-pieces class="panel stack" />
          <lotse-state-pieces class="panel stack" />
        </div>
      </lotse-page>
    </main>
  `,
})
export class GalleryPieces {}
