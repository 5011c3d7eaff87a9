import { Component, forwardRef } from '@angular/core';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import { FieldFrame } from './field-frame';

/**
 * Label, hint and error around one native control: `<lotse-field label="Telefon" name="phone"><input lotseControl …></lotse-field>`.
 * Fields are mandatory unless they say `optional`.
 */
@Component({
  selector: 'lotse-field',
  imports: [Icon],
  template: `
    <label class="field-label" [attr.for]="controlId()">
      {{ label() }}
      @if (optional()) {
        <span class="field-optional">{{ t('kit.field.optional') }}</span>
      }
    </label>
    @if (hint(); as hint) {
      <p class="field-hint" [id]="hintId()">{{ hint }}</p>
    }
    @if (errorText(); as error) {
      <p class="field-error" [id]="errorId()">
        <lotse-icon name="circle-alert" [size]="15" /><span>{{ error }}</span>
      </p>
    }
    <ng-content />
  `,
  host: { class: 'field', '[class.has-error]': '!!errorText()' },
  providers: [{ provide: FieldFrame, useExisting: forwardRef(() => Field) }],
})
export class Field extends FieldFrame {
  protected readonly t = injectText();
}
