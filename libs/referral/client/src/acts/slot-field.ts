import { Component, computed, inject, input, output } from '@angular/core';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Field, injectText, Language, momentText } from '@lotse/client-kit/ui';
import { addCalendarDays, calendarDayOf, instantAt } from '@lotse/kernel';
import { freeSlots } from './slot.contracts';

const ahead = 60;

/** Which free slot of the own calendar: those of the next weeks, the earliest first. */
@Component({
  selector: 'lotse-slot-field',
  imports: [Control, Field],
  template: `
    <lotse-field [label]="label()" name="slotId" [problem]="problem()" [error]="error()" [hint]="hint()">
      <select lotseControl (change)="choose.emit($any($event.target).value)">
        <option value="" disabled [selected]="!value()">{{ t('referral.act.choose') }}</option>
        @for (slot of slots(); track slot.id) {
          <option [value]="slot.id" [selected]="value() === slot.id">{{ slot.text }}</option>
        }
      </select>
    </lotse-field>
  `,
})
export class SlotField {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  readonly label = input.required<string>();
  readonly problem = input<ApiProblem>();
  readonly error = input<string>();
  readonly value = input<string>();
  readonly choose = output<string>();

  private readonly from = new Date();
  private readonly found = inject(Api).read(freeSlots, () => ({
    query: {
      from: this.from.toISOString(),
      to: instantAt(addCalendarDays(calendarDayOf(this.from), ahead)).toISOString(),
      state: 'open',
      limit: 100,
    },
  }));
  protected readonly slots = computed(() => {
    const items = this.found.hasValue() ? this.found.value().items : [];
    const now = Date.now();
    return items
      .filter(({ startsAt }) => Date.parse(startsAt) > now)
      .map(({ id, startsAt, scheduleName, serviceName }) => ({
        id,
        text: `${momentText(startsAt, this.language.current())} · ${scheduleName}, ${serviceName}`,
      }));
  });
  protected readonly hint = computed(() => (this.found.hasValue() && this.slots().length === 0 ? this.t('referral.field.noSlots') : ''));
}
