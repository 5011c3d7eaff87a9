import { Combobox as AriaCombobox, ComboboxPopup, ComboboxWidget } from '@angular/aria/combobox';
import { Listbox, Option } from '@angular/aria/listbox';
import { Component, inject, input, model, output } from '@angular/core';
import type { Choice } from './choice';
import { FieldFrame } from './field-frame';

/** The input and the list of a combobox. A part of its own so that Aria is only loaded where somebody searches. */
@Component({
  selector: 'lotse-combobox-input',
  imports: [AriaCombobox, ComboboxPopup, ComboboxWidget, Listbox, Option],
  template: `
    <input
      class="control"
      ngCombobox
      #combobox="ngCombobox"
      type="text"
      autocomplete="off"
      spellcheck="false"
      [id]="frame.controlId()"
      [attr.aria-describedby]="frame.describedBy()"
      [attr.aria-invalid]="frame.errorText() ? true : null"
      [attr.placeholder]="placeholder() || null"
      [value]="text()"
      (valueChange)="typed.emit($event)"
      [(expanded)]="expanded"
    />
    <ng-template ngComboboxPopup [combobox]="combobox">
      <div class="combobox-popup">
        <div
          ngComboboxWidget
          ngListbox
          #listbox="ngListbox"
          focusMode="activedescendant"
          selectionMode="explicit"
          tabindex="-1"
          [value]="selected()"
          (valueChange)="chosen($event)"
          [activeDescendant]="listbox.activeDescendant()"
          [attr.aria-label]="frame.label()"
        >
          @for (choice of choices(); track choice.value) {
            <div ngOption class="option" [value]="choice.value" [label]="choice.label">
              <span>{{ choice.label }}</span>
              @if (choice.hint) {
                <span class="option-hint">{{ choice.hint }}</span>
              }
            </div>
          }
        </div>
        @if (choices().length === 0) {
          <p class="option-none" role="status">{{ none() }}</p>
        }
      </div>
    </ng-template>
  `,
})
export class ComboboxInput {
  protected readonly frame = inject(FieldFrame);
  readonly choices = input.required<readonly Choice[]>();
  readonly selected = input.required<string[]>();
  readonly text = input.required<string>();
  readonly placeholder = input<string>();
  readonly none = input.required<string>();
  readonly expanded = model(false);
  readonly typed = output<string>();
  readonly choose = output<Choice>();

  protected chosen([value]: string[]): void {
    const choice = this.choices().find((candidate) => candidate.value === value);
    if (choice) this.choose.emit(choice);
  }
}
