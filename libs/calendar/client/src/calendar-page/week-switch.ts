import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { dayText, Icon, injectText, Language, plainDayText } from '@lotse/client-kit/ui';
import { weekNumber, weekOf } from '../week/week-days';

/** Which week is shown, and the ways to the one before, the next and the present one. */
@Component({
  selector: 'lotse-week-switch',
  imports: [Icon, RouterLink],
  template: `
    <nav class="week-switch" [attr.aria-label]="t('calendar.week.label')">
      <a
        class="button icon-button"
        [routerLink]="[]"
        [queryParams]="{ week: before() }"
        queryParamsHandling="merge"
        [attr.aria-label]="t(day() ? 'calendar.week.previousDay' : 'calendar.week.previous')"
      >
        <lotse-icon name="chevron-left" />
      </a>
      <a
        class="button icon-button"
        [routerLink]="[]"
        [queryParams]="{ week: after() }"
        queryParamsHandling="merge"
        [attr.aria-label]="t(day() ? 'calendar.week.nextDay' : 'calendar.week.next')"
      >
        <lotse-icon name="chevron-right" />
      </a>
      <a
        class="button"
        [routerLink]="[]"
        [queryParams]="{ week: null }"
        queryParamsHandling="merge"
        [attr.aria-current]="isPresent() ? 'date' : null"
      >
        {{ t(day() ? 'calendar.week.onToday' : 'calendar.week.today') }}
      </a>
      <p class="week-name" role="status">{{ name() }}</p>
    </nav>
  `,
  styles: `
    .week-switch {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }
    .week-name {
      margin: 0 0 0 var(--space-2);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    @media screen and (max-width: 700px) {
      .week-name {
        flex-basis: 100%;
        margin: 0;
      }
    }
  `,
})
export class WeekSwitch {
  protected readonly t = injectText();
  private readonly language = inject(Language);

  readonly monday = input.required<string>();
  /** A single day is shown. */
  readonly day = input<string>();

  protected readonly before = computed(() => this.moved(-1));
  protected readonly after = computed(() => this.moved(1));
  protected readonly isPresent = computed(
    () => (this.day() ?? this.monday()) === (this.day() ? calendarDayOf(new Date()) : weekOf(undefined)),
  );
  protected readonly name = computed(() => {
    const code = this.language.current();
    const day = this.day();
    if (day) return dayText(day, code);
    const [from, to] = [plainDayText(this.monday(), code), plainDayText(addCalendarDays(this.monday(), 6), code)];
    return this.t('calendar.week.name', { number: weekNumber(this.monday()), from: withoutSameYear(from, to), to });
  });

  private moved(by: number): string {
    const day = this.day();
    return day ? addCalendarDays(day, by) : addCalendarDays(this.monday(), 7 * by);
  }
}

/** `23.11. bis 29.11.2026`: the year stands once when both days have the same. */
function withoutSameYear(from: string, to: string): string {
  return from.slice(-4) === to.slice(-4) ? from.slice(0, -4).trimEnd() : from;
}
