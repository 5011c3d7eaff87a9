import { Directive, inject, input, TemplateRef } from '@angular/core';

/** The content of a column: `<ng-template lotseCell="person" [lotseCellOf]="rows()" let-row>…</ng-template>`; `lotseCellOf` only gives the row its type. */
@Directive({ selector: 'ng-template[lotseCell]' })
export class Cell<Row> {
  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);
  readonly lotseCell = input.required<string>();
  readonly lotseCellOf = input<readonly Row[]>();

  static ngTemplateContextGuard<Row>(_: Cell<Row>, _context: unknown): _context is { $implicit: Row } {
    return true;
  }
}
