import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import type { Selection } from './selection';

/**
 * The line above a list: select all, what is selected with the acts for it (`[bulkAct]`), what has arrived, tools (`[gridTool]`). Its height
 * stays the same whatever it shows, so that no row moves.
 */
@Component({
  selector: 'lotse-grid-bar',
  imports: [Icon],
  template: `
    @if (selection(); as selection) {
      <label class="grid-all" [class.has-words]="selection.count() === 0">
        <input type="checkbox" [checked]="isAll()" [indeterminate]="selection.count() > 0 && !isAll()" (change)="turnAll()" />
        <span>{{ t('kit.grid.selectAll') }}</span>
      </label>
    }
    <div class="grid-bulk" role="group" [attr.aria-label]="t('kit.grid.selection')" [hidden]="count() === 0">
      <strong class="grid-count">{{ t('kit.grid.selected', { count: count() }) }}</strong>
      <ng-content select="[bulkAct]" />
      <button type="button" class="button is-text is-small" (click)="clear()">{{ t('kit.grid.clear') }}</button>
    </div>
    <div class="grid-news" role="status">
      @if (arrived() > 0) {
        <button type="button" class="button is-small" (click)="showArrived.emit()">
          <lotse-icon name="arrow-down" [size]="16" />{{ t('kit.grid.arrived', { count: arrived() }) }}
        </button>
      }
      <span class="visually-hidden">{{ count() > 0 ? t('kit.grid.selected', { count: count() }) : '' }}</span>
    </div>
    <div class="grid-tools" [hidden]="count() > 0"><ng-content select="[gridTool]" /></div>
  `,
  host: { class: 'grid-bar no-print', '[class.is-selecting]': 'count() > 0' },
})
export class GridBar {
  protected readonly t = injectText();
  /** Without it nothing can be selected. */
  readonly selection = input<Selection>();
  /** The rows that are on the page. */
  readonly rows = input<readonly { readonly id: string }[]>([]);
  /** How many rows wait above the list. */
  readonly arrived = input(0);
  readonly showArrived = output();
  /** The selection was given up; the focus belongs to the list again. */
  readonly cleared = output();

  protected readonly count = computed(() => this.selection()?.count() ?? 0);
  protected readonly isAll = computed(() => this.count() > 0 && (this.selection()?.isFull() || this.count() === this.rows().length));

  protected turnAll(): void {
    if (this.isAll()) this.clear();
    else this.selection()?.take(this.rows().map(({ id }) => id));
  }

  protected clear(): void {
    this.selection()?.clear();
    this.cleared.emit();
  }
}
