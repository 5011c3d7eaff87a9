import { Component, effect, input, model, signal, untracked } from '@angular/core';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import { dayOfParts, partsOfDay, partsOfPasted, type DayParts } from './day-parts';
import { FieldFrame } from './field-frame';

/** A known date in three short inputs (day, month, year): quicker and safer than a picker for birth dates. `value` is `1952-11-24` or ''. */
@Component({
  selector: 'lotse-day-field',
  imports: [Icon],
  template: `
    <fieldset class="day-field" [attr.aria-describedby]="describedBy()">
      <legend class="field-label">
        {{ label() }}
        @if (optional()) {
          <span class="field-optional">{{ t('kit.field.optional') }}</span>
        }
      </legend>
      @if (hint(); as hint) {
        <p class="field-hint" [id]="hintId()">{{ hint }}</p>
      }
      @if (noSuchDay() || errorText(); as error) {
        <p class="field-error" [id]="errorId()">
          <lotse-icon name="circle-alert" [size]="15" /><span>{{ error }}</span>
        </p>
      }
      <div class="day-parts" (paste)="pasted($event)">
        @for (part of order; track part) {
          <label class="day-part" [attr.data-part]="part">
            <span>{{ t('kit.day.' + part) }}</span>
            <input
              class="control"
              inputmode="numeric"
              autocomplete="off"
              [attr.maxlength]="part === 'year' ? 4 : 2"
              [id]="part === 'day' ? controlId() : controlId() + '-' + part"
              [value]="parts()[part]"
              [attr.aria-invalid]="noSuchDay() || errorText() ? true : null"
              (input)="typed(part, $any($event.target).value)"
              (blur)="left(part)"
            />
          </label>
        }
      </div>
    </fieldset>
  `,
  host: { class: 'field', '[class.has-error]': '!!(noSuchDay() || errorText())' },
})
export class DayField extends FieldFrame {
  protected readonly t = injectText();
  readonly value = model('');
  readonly touched = model(false);
  readonly disabled = input(false);
  protected readonly order = ['day', 'month', 'year'] as const;
  protected readonly parts = signal<DayParts>(partsOfDay(''));
  protected readonly noSuchDay = signal('');

  constructor() {
    super();
    effect(() => {
      const value = this.value();
      if (value !== untracked(() => dayOfParts(this.parts()))) this.parts.set(partsOfDay(value));
    });
  }

  protected typed(part: keyof DayParts, text: string): void {
    this.take({ ...this.parts(), [part]: text });
    this.noSuchDay.set('');
  }

  protected pasted(event: ClipboardEvent): void {
    const parts = partsOfPasted(event.clipboardData?.getData('text') ?? '');
    if (!parts) return;
    event.preventDefault();
    this.take(parts);
  }

  /** Only when somebody leaves the last part is a wrong date a mistake. */
  protected left(part: keyof DayParts): void {
    this.touched.set(true);
    const { day, month, year } = this.parts();
    if (part === 'year' && day && month && year && !this.value()) this.noSuchDay.set(this.t('kit.day.noSuchDay'));
  }

  private take(parts: DayParts): void {
    this.parts.set(parts);
    this.value.set(dayOfParts(parts));
  }
}
