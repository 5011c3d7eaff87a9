import { Component, computed, inject, input, output, ViewEncapsulation } from '@angular/core';
import type { Slot } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { dayText, injectText, Language } from '@lotse/client-kit/ui';
import { byDay } from '../week/by-day';
import { hoursOf, minuteOfDay, placesOf, rowsPerHour } from '../week/slot-places';
import { daysOfWeek, weekNumber } from '../week/week-days';
import { SlotBlock } from './slot-block';
import { weekStyles } from './slot-week.styles';

/** A week as a picture: days as columns, slots as blocks. Every block can be reached with the keyboard; the list says the same in lines. */
@Component({
  selector: 'lotse-slot-week',
  imports: [SlotBlock],
  template: `
    <div class="week" role="group" [attr.aria-label]="label()" [style.--week-days]="days().length" [style.--week-rows]="rows()">
      <div class="week-hours" aria-hidden="true">
        @for (hour of hourMarks(); track hour.row) {
          <span [style.grid-row]="hour.row">{{ hour.text }}</span>
        }
      </div>
      @for (day of days(); track day.day) {
        <section class="week-day" [class.is-today]="day.isToday" [attr.aria-label]="day.label">
          <h2 class="week-head" aria-hidden="true">
            <span class="week-weekday">{{ day.weekday }}</span><span class="week-date">{{ day.date }}</span>
          </h2>
          <ol class="week-slots">
            @for (placed of day.placed; track placed.slot.id) {
              <li
                class="week-slot"
                [style.grid-row]="placed.fromRow + ' / ' + placed.toRow"
                [style.--lane]="placed.lane"
                [style.--lanes]="placed.lanes"
                [style.--slot-rows]="placed.toRow - placed.fromRow"
              >
                <lotse-slot-block
                  [slot]="placed.slot"
                  [lines]="linesIn(placed.toRow - placed.fromRow)"
                  [narrow]="placed.lanes > 2"
                  (cancelAsked)="cancelAsked.emit(placed.slot)"
                />
              </li>
            }
            @if (day.isToday && nowRow() > 0) {
              <li class="week-now" aria-hidden="true" [style.grid-row]="nowRow()"></li>
            }
          </ol>
        </section>
      }
    </div>
  `,
  styles: weekStyles,
  // The blocks are the kit's popups: their buttons are styled from here.
  encapsulation: ViewEncapsulation.None,
})
export class SlotWeek {
  protected readonly t = injectText();
  private readonly language = inject(Language);

  readonly monday = input.required<string>();
  readonly slots = input.required<readonly Slot[]>();
  readonly cancelAsked = output<Slot>();

  private readonly today = calendarDayOf(new Date());
  private readonly hours = computed(() => hoursOf(this.slots()));
  protected readonly rows = computed(() => (this.hours().last - this.hours().first) * rowsPerHour);
  protected readonly label = computed(() => this.t('calendar.week.table', { number: weekNumber(this.monday()) }));
  protected readonly hourMarks = computed(() => {
    const { first, last } = this.hours();
    return Array.from({ length: last - first }, (_, index) => ({ row: index * rowsPerHour + 1, text: `${first + index}:00` }));
  });
  /** Where the present moment is; 0 when it lies outside the hours that are shown. */
  protected readonly nowRow = computed(() => {
    const row = Math.floor((minuteOfDay(new Date()) - this.hours().first * 60) / (60 / rowsPerHour)) + 1;
    return row >= 1 && row <= this.rows() ? row : 0;
  });
  /** Saturday and Sunday are there when something lies on them. */
  protected readonly days = computed(() => {
    const found = byDay(this.slots());
    const saturday = addCalendarDays(this.monday(), 5);
    return daysOfWeek(this.monday())
      .filter((day) => day < saturday || found.has(day))
      .map((day) => ({
        day,
        isToday: day === this.today,
        label: dayText(day, this.language.current()),
        ...this.headOf(day),
        placed: placesOf(found.get(day) ?? [], this.hours()),
      }));
  });

  /** How many lines of text find room. */
  protected linesIn(rows: number): number {
    if (rows < 7) return 1;
    return rows < 9 ? 2 : 3;
  }

  private headOf(day: string): { weekday: string; date: string } {
    const noon = new Date(`${day}T12:00:00Z`);
    const locale = this.language.current() === 'de' ? 'de-DE' : 'en-GB';
    return {
      weekday: noon.toLocaleDateString(locale, { weekday: 'short', timeZone: 'UTC' }).replace('.', ''),
      date: noon.toLocaleDateString(locale, { day: 'numeric', month: locale === 'de-DE' ? 'numeric' : 'short', timeZone: 'UTC' }),
    };
  }
}
