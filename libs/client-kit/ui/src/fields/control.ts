import { Directive, inject } from '@angular/core';
import { FieldFrame } from './field-frame';

/** Ties a native input, select or textarea to the field around it. */
@Directive({
  selector: 'input[lotseControl], select[lotseControl], textarea[lotseControl]',
  host: {
    class: 'control',
    '[id]': 'field.controlId()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.errorText() ? true : null',
    '[attr.aria-required]': 'field.optional() ? null : true',
  },
})
export class Control {
  protected readonly field = inject(FieldFrame);
}
