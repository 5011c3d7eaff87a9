import { Component, input, output } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Control, Field, injectText } from '@lotse/client-kit/ui';
import { clockOf } from './slot-form';

/** A time of day and a length as they are typed. */
export interface TypedTimes {
  readonly time: string;
  readonly minutes: string;
}

/** When something begins by the clock on the wall, and how long it takes; without minutes only the former is asked. */
@Component({
  selector: 'lotse-slot-times',
  imports: [Control, Field],
  template: `
    <lotse-field [label]="t('calendar.open.time')" [hint]="hint()" name="startsAt" [problem]="problem()" [error]="errorOf()('startsAt')">
      <input
        lotseControl
        class="is-short"
        inputmode="numeric"
        autocomplete="off"
        maxlength="5"
        [value]="time()"
        (input)="said.emit({ time: $any($event.target).value })"
        (blur)="tidy()"
      />
    </lotse-field>
    @if (minutes() !== undefined) {
      <lotse-field
        [label]="t('calendar.open.minutes')"
        [hint]="hint() && t('calendar.open.minutesHint')"
        name="minutes"
        [problem]="problem()"
        [error]="errorOf()('minutes')"
      >
        <input
          lotseControl
          class="is-short"
          type="number"
          inputmode="numeric"
          min="10"
          max="480"
          step="5"
          [value]="minutes()"
          (input)="said.emit({ minutes: $any($event.target).value })"
        />
      </lotse-field>
    }
  `,
  // Two short inputs stand beside one another in a narrow dialog as well; a refusal in words needs the whole of it.
  styles: `
    :host {
      grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
    }
    :host(.is-refused) {
      grid-template-columns: 1fr;
    }
  `,
  host: { class: 'form-row', '[class.is-refused]': "!!errorOf()('startsAt')" },
})
export class SlotTimes {
  protected readonly t = injectText();
  readonly time = input.required<string>();
  readonly minutes = input<string>();
  readonly hint = input<string>();
  readonly problem = input<ApiProblem | undefined>();
  readonly errorOf = input.required<(name: string) => string | undefined>();
  readonly said = output<Partial<TypedTimes>>();

  /** `930` becomes `09:30`, so that one sees how it was understood. */
  protected tidy(): void {
    const time = clockOf(this.time());
    if (time && time !== this.time()) this.said.emit({ time });
  }
}
