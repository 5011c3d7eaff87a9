import { Component, input, model } from '@angular/core';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import type { Choice } from './choice';
import { FieldFrame } from './field-frame';

/** One answer out of a few, all in sight. Nothing is chosen beforehand unless `value` says so. Fits signal forms. */
@Component({
  selector: 'lotse-radio-group',
  imports: [Icon],
  template: `
    <fieldset class="choices" [attr.aria-describedby]="describedBy()" [id]="controlId()" tabindex="-1" [disabled]="disabled()">
      <legend class="field-label">
        {{ label() }}
        @if (optional()) {
          <span class="field-optional">{{ t('kit.field.optional') }}</span>
        }
      </legend>
      @if (hint(); as hint) {
        <p class="field-hint" [id]="hintId()">{{ hint }}</p>
      }
      @if (errorText(); as error) {
        <p class="field-error" [id]="errorId()">
          <lotse-icon name="circle-alert" [size]="15" /><span>{{ error }}</span>
        </p>
      }
      <div class="choices-list" [attr.data-layout]="layout()">
        @for (choice of choices(); track choice.value) {
          <label class="choice" [attr.data-tone]="choice.tone">
            <input
              type="radio"
              [name]="controlId() + '-choice'"
              [value]="choice.value"
              [checked]="value() === choice.value"
              (change)="value.set(choice.value)"
              (blur)="touched.set(true)"
            />
            <span class="choice-label">
              {{ choice.label }}
              @if (choice.hint) {
                <span class="choice-hint">{{ choice.hint }}</span>
              }
            </span>
          </label>
        }
      </div>
    </fieldset>
  `,
  host: { class: 'field', '[class.has-error]': '!!errorText()' },
})
export class RadioGroup extends FieldFrame {
  protected readonly t = injectText();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model<string | null>(null);
  readonly touched = model(false);
  readonly disabled = input(false);
  /** `row` for two or three short answers. */
  readonly layout = input<'column' | 'row' | 'grid'>('column');
}
