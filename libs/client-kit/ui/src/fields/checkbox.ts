import { Component, model } from '@angular/core';
import { Icon } from '../icon/icon';
import { FieldFrame } from './field-frame';

/** Yes or no: `<lotse-checkbox label="Mündlich erteilt" [(checked)]="oral" />`. Fits signal forms. */
@Component({
  selector: 'lotse-checkbox',
  imports: [Icon],
  template: `
    @if (errorText(); as error) {
      <p class="field-error" [id]="errorId()">
        <lotse-icon name="circle-alert" [size]="15" /><span>{{ error }}</span>
      </p>
    }
    <label class="choice">
      <input
        type="checkbox"
        [id]="controlId()"
        [checked]="checked()"
        (change)="checked.set($any($event.target).checked)"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="errorText() ? true : null"
      />
      <span class="choice-label">
        {{ label() }}
        @if (hint(); as hint) {
          <span class="choice-hint" [id]="hintId()">{{ hint }}</span>
        }
      </span>
    </label>
  `,
  host: { class: 'field', '[class.has-error]': '!!errorText()' },
})
export class Checkbox extends FieldFrame {
  readonly checked = model(false);
}
