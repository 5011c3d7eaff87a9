import { Directive, output } from '@angular/core';

/** A click anywhere in a row opens it, unless it meant a link or button in it, or something is being marked. The keyboard is `lotseWorklist`'s. */
@Directive({
  selector: '[lotseRowClick]',
  host: { '(click)': 'clicked($event)' },
})
export class RowClick {
  readonly lotseRowClick = output<string>();

  protected clicked(event: Event): void {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (row === undefined || target.closest('a, button') || (getSelection()?.toString() ?? '') !== '') return;
    this.lotseRowClick.emit(row);
  }
}
