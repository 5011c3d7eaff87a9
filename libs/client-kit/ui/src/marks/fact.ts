import { Component, input } from '@angular/core';

/** One line of a description list; use it as `<div lotseFact term="Telefon">07621 1234</div>` inside `<dl class="facts">`. */
@Component({
  selector: 'div[lotseFact]',
  template: `<dt>{{ term() }}</dt>
    <dd><ng-content /></dd>`,
  host: { class: 'fact' },
})
export class Fact {
  readonly term = input.required<string>();
}
