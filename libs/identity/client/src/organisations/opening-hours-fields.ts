import { Component, computed, input, model } from '@angular/core';
import { Checkbox, Control, Field, injectText } from '@lotse/client-kit/ui';
import { usualOpeningHours, type OpeningHours } from '@lotse/identity/model';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** When somebody of an organisation answers: a line for each weekday, or the usual hours of the county. */
@Component({
  selector: 'lotse-opening-hours-fields',
  imports: [Checkbox, Control, Field],
  template: `
    <lotse-checkbox
      [label]="t('organisations.hours.usual')"
      [hint]="t('organisations.hours.usualHint')"
      name="usualHours"
      [checked]="hours() === null"
      (checkedChange)="hours.set($event ? null : usual)"
    />
    @if (hours() !== null) {
      <fieldset>
        <legend class="visually-hidden">{{ t('organisations.hours.title') }}</legend>
        @for (day of days(); track day.weekday) {
          <div class="day">
            <lotse-checkbox
              [label]="t('organisations.hours.day.' + day.weekday)"
              [name]="'open-' + day.weekday"
              [checked]="day.open"
              (checkedChange)="toggle(day.weekday, $event)"
            />
            @for (stretch of day.stretches; track $index) {
              <div class="stretch">
                <lotse-field [label]="t('organisations.hours.from')" [name]="'from-' + day.weekday + '-' + $index">
                  <input
                    lotseControl
                    type="time"
                    class="control is-short"
                    [value]="stretch.from"
                    (change)="set(stretch.at, 'from', $event)"
                  />
                </lotse-field>
                <lotse-field
                  [label]="t('organisations.hours.to')"
                  [name]="'to-' + day.weekday + '-' + $index"
                  [error]="tried() && stretch.to <= stretch.from ? t('organisations.hours.order') : undefined"
                >
                  <input lotseControl type="time" class="control is-short" [value]="stretch.to" (change)="set(stretch.at, 'to', $event)" />
                </lotse-field>
              </div>
            } @empty {
              <span class="muted">{{ t('organisations.hours.closed') }}</span>
            }
          </div>
        }
      </fieldset>
      <p class="muted small">{{ t('organisations.hours.holidays') }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    fieldset {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      border: 0;
    }
    .day {
      display: grid;
      grid-template-columns: 9rem minmax(0, 1fr);
      align-items: end;
      gap: var(--space-1) var(--space-4);
      min-block-size: 44px;
    }
    .stretch {
      display: flex;
      gap: var(--space-3);
      grid-column: 2;
    }
    @media screen and (max-width: 700px) {
      .day {
        grid-template-columns: minmax(0, 1fr);
      }
      .stretch {
        grid-column: 1;
      }
    }
  `,
})
export class OpeningHoursFields {
  protected readonly t = injectText();
  protected readonly usual = usualOpeningHours;
  readonly hours = model.required<OpeningHours | null>();
  /** Somebody has tried to save: what is wrong is said. */
  readonly tried = input(false);

  protected readonly days = computed(() => {
    const stretches = (this.hours() ?? []).map((one, at) => ({ ...one, at }));
    return weekdays.map((weekday) => {
      const own = stretches.filter((one) => one.weekday === weekday);
      return { weekday, open: own.length > 0, stretches: own };
    });
  });

  protected toggle(weekday: number, open: boolean): void {
    const others = (this.hours() ?? []).filter((one) => one.weekday !== weekday);
    this.hours.set(open ? [...others, { weekday, from: '08:00', to: '18:00' }] : others);
  }

  protected set(at: number, which: 'from' | 'to', event: Event): void {
    const value = (event.target as HTMLInputElement).value;
    this.hours.set((this.hours() ?? []).map((one, index) => (index === at ? { ...one, [which]: value } : one)));
  }
}
