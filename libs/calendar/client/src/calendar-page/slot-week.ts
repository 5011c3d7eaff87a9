import { Component, computed, inject, input, output, signal, ViewEncapsulation } from '@angular/core';
import { addCalendarDays, calendarDayOf, clockOfMinutes } from '@lotse/kernel';
import { Api } from '@lotse/client-kit/api';
import { dayText, injectText, Language } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readRegion, workingDaysOf } from '@lotse/region/model';
import type { Absence } from '@lotse/calendar/model';
import { injectAbsenceTexts } from '../absences/absence-texts';
import { actsOn } from '../slot-acts';
import { isAwayOn, linesOf } from '../week/away';
import { byDay } from '../week/by-day';
import { rowsOf, type Ghost } from '../week/drag';
import type { ShownSlot } from '../week/groups';
import { hoursOf, minuteOfDay, placesOf, rowsPerHour } from '../week/slot-places';
import { daysOfWeek, mondayOf, weekNumber } from '../week/week-days';
import { WeekDrag, type Drop } from '../week/week-drag';
import { SlotBlock } from './slot-block';
import { weekStyles } from './slot-week.styles';

/** A week or a day as a picture: days as columns, slots as blocks. Every block can be reached with the keyboard; the list says the same in lines. */
@Component({
  selector: 'lotse-slot-week',
  imports: [SlotBlock, WeekDrag],
  template: `
    <div
      class="week"
      [class.has-absences]="lines() > 0"
      role="group"
      lotseWeekDrag
      [hours]="hours()"
      [mayMove]="mayMove"
      [mayDraw]="session.may('calendar.openSlot')"
      [(ghost)]="ghost"
      (dropped)="dropped.emit($event)"
      [attr.aria-label]="label()"
      [style.--week-days]="days().length"
      [style.--week-rows]="rows()"
      [style.--absences]="lines()"
    >
      <div class="week-hours week-lines" aria-hidden="true">
        @for (hour of hourMarks(); track hour.row) {
          <span [style.grid-row]="hour.row">{{ hour.text }}</span>
        }
      </div>
      @for (day of days(); track day.day) {
        <section class="week-day" [class.is-today]="day.isToday" [attr.aria-label]="day.label">
          <h2 class="week-head" aria-hidden="true">
            <span class="week-weekday">{{ day.weekday }}</span><span class="week-date">{{ day.date }}</span>
            @if (day.isHoliday) {
              <span class="week-holiday">{{ t('calendar.week.holiday') }}</span>
            }
          </h2>
          @if (day.away.length > 0) {
            <ul class="week-absences">
              @for (one of day.away; track one.absence.id) {
                <li class="week-absence" [style.grid-row]="one.line" [attr.title]="absenceTexts.whole(one.absence)">
                  <span class="week-absent">{{ t('calendar.absence.away', { name: one.absence.staffName }) }}</span>
                  <span>{{ absenceTexts.deputy(one.absence) }}</span>
                </li>
              }
            </ul>
          }
          <ol class="week-slots" [class.is-away]="day.isAway" [attr.data-day]="day.day">
            @for (placed of day.placed; track placed.slot.id) {
              <li
                class="week-slot"
                [class.is-movable]="mayMove(placed.slot.id)"
                [attr.data-slot]="placed.slot.id"
                [attr.data-from]="minuteOfDay(placed.slot.startsAt)"
                [attr.data-minutes]="minutesOf(placed.slot)"
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
                  (moveAsked)="moveAsked.emit(placed.slot)"
                />
                @if (mayMove(placed.slot.id)) {
                  <span class="slot-grip no-print" aria-hidden="true"></span>
                }
              </li>
            }
            @if (ghost(); as ghost) {
              @if (ghost.day === day.day) {
                <li class="week-ghost" aria-hidden="true" [style.grid-row]="rowsOf(ghost, hours())">{{ ghostText(ghost) }}</li>
              }
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

  protected readonly session = inject(CurrentSession);

  readonly monday = input.required<string>();
  /** A single day instead of the week. */
  readonly only = input<string>();
  readonly slots = input.required<readonly ShownSlot[]>();
  /** Who is away on any of the days. */
  readonly absences = input<readonly Absence[]>([]);
  /** Whose calendar it is, when only one is looked at. */
  readonly staffId = input<string | null>();
  readonly cancelAsked = output<ShownSlot>();
  readonly moveAsked = output<ShownSlot>();
  /** Somebody has drawn with the pointer: a form asks before anything is done. */
  readonly dropped = output<Drop>();

  protected readonly ghost = signal<Ghost | undefined>(undefined);
  protected readonly absenceTexts = injectAbsenceTexts();
  protected readonly rowsOf = rowsOf;
  protected readonly minuteOfDay = minuteOfDay;

  private readonly today = calendarDayOf(new Date());
  private readonly county = inject(Api).read(readRegion, () => ({}));
  private readonly workingDays = computed(() => (this.county.hasValue() ? workingDaysOf(this.county.value().settings) : undefined));
  private readonly placedAbsences = computed(() => linesOf(this.absences()));
  protected readonly lines = computed(() => Math.max(0, ...this.placedAbsences().map(({ line }) => line)));
  protected readonly hours = computed(() => hoursOf(this.slots()));
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
    const [only, saturday] = [this.only(), addCalendarDays(mondayOf(this.monday()), 5)];
    return daysOfWeek(this.monday())
      .filter((day) => (only ? day === only : day < saturday || found.has(day)))
      .map((day) => ({
        day,
        isToday: day === this.today,
        ...this.headOf(day),
        ...this.holidayOf(day),
        ...this.awayOn(day),
        placed: placesOf(found.get(day) ?? [], this.hours()),
      }));
  });

  protected mayMove = (id: string): boolean => {
    const slot = this.slots().find((one) => one.id === id);
    return slot !== undefined && actsOn(slot, (permission) => this.session.may(permission)).move;
  };

  protected minutesOf = ({ startsAt, endsAt }: ShownSlot): number => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

  protected ghostText = ({ from, minutes }: Ghost): string => `${clockOfMinutes(from)}–${clockOfMinutes(from + minutes)}`;

  /** How many lines of text find room. */
  protected linesIn(rows: number): number {
    if (rows < 7) return 1;
    if (rows < 9) return 2;
    return rows < 12 ? 3 : 4;
  }

  /** The column of somebody who is away is shaded, when it is theirs alone. */
  private awayOn(day: string) {
    const away = this.placedAbsences().filter(({ absence }) => isAwayOn(absence, day));
    return { away, isAway: away.some(({ absence }) => absence.staffId === this.staffId()) };
  }

  /** Nothing is given out on a holiday unless somebody wants it; the picture says why a column is empty. */
  private holidayOf(day: string): { isHoliday: boolean; label: string } {
    const isHoliday = this.workingDays()?.isHoliday(day) ?? false;
    const name = dayText(day, this.language.current());
    return { isHoliday, label: isHoliday ? `${name}, ${this.t('calendar.week.holiday')}` : name };
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
