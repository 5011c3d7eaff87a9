import { Component, input, output } from '@angular/core';
import { Checkbox } from '@lotse/client-kit/ui';

/** Any of several, each with a box to tick. */
@Component({
  selector: 'lotse-check-list',
  imports: [Checkbox],
  template: `
    <fieldset class="field">
      <legend class="field-label">{{ label() }}</legend>
      <div class="boxes">
        @for (choice of choices(); track choice.value) {
          <lotse-checkbox
            [label]="choice.label"
            [checked]="chosen().includes(choice.value)"
            (checkedChange)="toggle(choice.value, $event)"
          />
        }
      </div>
    </fieldset>
  `,
  styles: `
    .boxes {
      display: grid;
      gap: var(--space-1) var(--space-4);
      grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
    }
  `,
})
export class CheckList {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly { readonly value: string; readonly label: string }[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly chosenChange = output<string[]>();

  /** In the order of the list, whichever was ticked first. */
  protected toggle(value: string, isChosen: boolean): void {
    const chosen = new Set(isChosen ? [...this.chosen(), value] : this.chosen().filter((one) => one !== value));
    this.chosenChange.emit(this.choices().flatMap((choice) => (chosen.has(choice.value) ? [choice.value] : [])));
  }
}
