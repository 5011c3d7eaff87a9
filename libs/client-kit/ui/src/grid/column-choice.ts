import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import { Popup } from '../overlays/popup';
import { injectText } from '../texts/inject-text';
import { shownColumns, switchedColumns, type GridColumn } from './grid-column';

/** Which columns a list shows. Their order is fixed, and some are always on; the choice lives in the page's address. */
@Component({
  selector: 'lotse-column-choice',
  imports: [Icon, Popup],
  template: `
    <lotse-popup buttonClass="button is-text is-small" align="end">
      <ng-container popupButton><lotse-icon name="columns-3" [size]="16" />{{ t('kit.grid.columns') }}</ng-container>
      @for (column of choices(); track column.key) {
        <label class="menu-item" data-stay>
          <input type="checkbox" [checked]="isShown(column)" (change)="choose.emit(switched(column))" />{{ column.label }}
        </label>
      }
    </lotse-popup>
  `,
})
export class ColumnChoice {
  protected readonly t = injectText();
  readonly columns = input.required<readonly GridColumn[]>();
  /** As the address has it; undefined for the usual ones. */
  readonly chosen = input<string>();
  readonly choose = output<string | undefined>();

  protected readonly choices = computed(() => this.columns().filter(({ fixed }) => !fixed));
  protected isShown = (column: GridColumn): boolean => shownColumns(this.columns(), this.chosen()).includes(column);
  protected switched = ({ key }: GridColumn): string | undefined => switchedColumns(this.columns(), this.chosen(), key);
}
