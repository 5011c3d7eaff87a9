import { Component, computed, input } from '@angular/core';

/** What a column is called; figures stand to the right. */
export type TableColumn = string | { readonly label: string; readonly isNumber: boolean };

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
          @for (head of heads(); track $index) {
            <th scope="col" [class.cell-number]="head.isNumber">{{ head.label }}</th>
          }
          @if (acts(); as text) {
            <th scope="col" class="cell-acts">
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
  readonly columns = input.required<readonly TableColumn[]>();
  /** What the last column is called, in which one does something; it has no heading that is seen. */
  readonly acts = input<string>();
  protected readonly heads = computed(() =>
    this.columns().map((column) => (typeof column === 'string' ? { label: column, isNumber: false } : column)),
  );
}
