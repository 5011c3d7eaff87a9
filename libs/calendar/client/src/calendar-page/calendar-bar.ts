import { Component, inject, input } from '@angular/core';
import { type Params, Router } from '@angular/router';
import type { Schedule } from '@lotse/calendar/model';
import { Control, Field, injectText } from '@lotse/client-kit/ui';
import { WeekSwitch } from './week-switch';

export const views = ['day', 'week', 'list'] as const;
export type View = (typeof views)[number];

/** Above the slots: which days, whose calendar, picture or list. Every choice is an address. */
@Component({
  selector: 'lotse-calendar-bar',
  imports: [Control, Field, WeekSwitch],
  template: `
    <lotse-week-switch [monday]="monday()" [day]="view() === 'day' ? day() : undefined" />
    <div class="bar-choices no-print">
      @if (schedules().length > 1) {
        <lotse-field class="bar-schedule" [label]="t('calendar.schedule')">
          <select lotseControl (change)="go({ schedule: $any($event.target).value || null })">
            <option value="">{{ t('calendar.allSchedules') }}</option>
            @for (one of schedules(); track one.id) {
              <option [value]="one.id" [selected]="one.id === schedule()">{{ one.name }}</option>
            }
          </select>
        </lotse-field>
      }
      @if (!narrow()) {
        <div class="segments" role="group" [attr.aria-label]="t('calendar.view.label')">
          @for (one of views; track one) {
            <button type="button" class="segment" [attr.aria-pressed]="view() === one" (click)="show(one)">
              {{ t('calendar.view.' + one) }}
            </button>
          }
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      justify-content: space-between;
      gap: var(--space-3) var(--space-4);
      margin-block-end: var(--space-4);
    }
    .bar-choices {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: var(--space-3);
    }
    .bar-schedule {
      inline-size: 14rem;
    }
    @media screen and (max-width: 700px) {
      .bar-choices,
      .bar-schedule {
        inline-size: 100%;
      }
    }
  `,
})
export class CalendarBar {
  protected readonly t = injectText();
  private readonly router = inject(Router);
  protected readonly views = views;

  readonly monday = input.required<string>();
  readonly day = input.required<string>();
  readonly view = input.required<View>();
  readonly narrow = input(false);
  readonly schedules = input.required<readonly Schedule[]>();
  readonly schedule = input('');

  protected show(view: View): void {
    this.go({ view: view === 'week' ? null : view, ...(view === 'day' ? { week: this.day() } : {}) });
  }

  protected go(queryParams: Params): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
