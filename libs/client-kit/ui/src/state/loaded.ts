import { Directive, inject, input, TemplateRef, type Resource } from '@angular/core';

interface LoadedContext<Value> {
  $implicit: Value;
}

/** Marks what `lotse-state` shows once its resource has a value: `<ng-template [lotseLoaded]="list" let-page>…</ng-template>`. */
@Directive({ selector: 'ng-template[lotseLoaded]' })
export class Loaded<Value> {
  readonly template = inject<TemplateRef<LoadedContext<Value>>>(TemplateRef);
  /** The resource; it types what `let-` gives. */
  readonly lotseLoaded = input.required<Resource<Value | undefined>>();

  static ngTemplateContextGuard<Value>(_directive: Loaded<Value>, _context: unknown): _context is LoadedContext<NonNullable<Value>> {
    return true;
  }
}
