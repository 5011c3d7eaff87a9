import { Component, input } from '@angular/core';

/**
 * A list in columns; cards on a phone. `<lotse-table [caption]="…" [columns]="[t('…'), t('…')]"><tbody>…</tbody></lotse-table>`
 * Each cell says its column again in `data-label`: on a phone there is no head.
 */
@Component({
  selector: 'lotse-table',
  template: `
    <table class="table">
      @if (caption(); as text) {
        <caption class="visually-hidden">
          {{
            text
          }}
        </caption>
      }
      <thead>
        <tr>
          @for (column of columns(); track $index) {
            <th scope="col">{{ column }}</th>
          }
          @if (acts(); as text) {
            <th scope="col">
              <span class="visually-hidden">{{ text }}</span>
            </th>
          }
        </tr>
      </thead>
      <ng-content />
    </table>
  `,
  host: { class: 'table-frame' },
})
export class Table {
  /** What the list is called, where no heading says it. */
  readonly caption = input<string>();
  readonly columns = input.required<readonly string[]>();
  /** What the last column is called, in which one does something; it has no heading that is seen. */
  readonly acts = input<string>();
}
