import { Component, computed, forwardRef, input, model, output } from '@angular/core';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import type { Choice } from './choice';
import { ComboboxInput } from './combobox-input';
import { FieldFrame } from './field-frame';

/**
 * Search by typing, choose from what was found. The page listens to `text`, finds, and gives `choices`:
 * `<lotse-combobox label="Person" [(text)]="text" [(value)]="personId" [choices]="found()" [busy]="people.isLoading()" />`
 */
@Component({
  selector: 'lotse-combobox',
  imports: [ComboboxInput, Icon],
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
    <div class="combobox">
      <lotse-icon class="combobox-icon" name="search" [size]="16" />
      @defer (on immediate) {
        <lotse-combobox-input
          [choices]="choices()"
          [selected]="selected()"
          [text]="text()"
          [placeholder]="placeholder()"
          [none]="none()"
          [(expanded)]="expanded"
          (typed)="typed($event)"
          (choose)="chosen($event)"
        />
      } @placeholder {
        <input class="control" [value]="text()" readonly />
      }
    </div>
  `,
  host: { class: 'field', '[class.has-error]': '!!errorText()' },
  providers: [{ provide: FieldFrame, useExisting: forwardRef(() => Combobox) }],
})
export class Combobox extends FieldFrame {
  protected readonly t = injectText();
  readonly choices = input.required<readonly Choice[]>();
  readonly text = model('');
  readonly value = model<string | null>(null);
  readonly touched = model(false);
  readonly expanded = model(false);
  readonly placeholder = input<string>();
  readonly busy = input(false);
  readonly noneText = input<string>();
  /** The choice that was made, once it is made. */
  readonly choose = output<Choice>();

  protected readonly selected = computed(() => {
    const value = this.value();
    return value === null ? [] : [value];
  });
  protected readonly none = computed(() => (this.busy() ? this.t('kit.list.loading') : (this.noneText() ?? this.t('kit.combobox.none'))));

  protected typed(text: string): void {
    if (text === this.text()) return;
    this.text.set(text);
    this.value.set(null);
  }

  protected chosen(choice: Choice): void {
    this.value.set(choice.value);
    this.text.set(choice.label);
    this.expanded.set(false);
    this.choose.emit(choice);
  }
}
