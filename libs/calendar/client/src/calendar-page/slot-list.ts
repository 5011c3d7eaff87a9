import { Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import type { Slot } from '@lotse/calendar/model';
import { calendarDayOf } from '@lotse/kernel';
import { DayPipe, injectText, type RowKey, Worklist } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { actsOn } from '../slot-acts';
import { byDay } from '../week/by-day';
import { SlotLine } from './slot-line';

/** The slots of a week as lines, day by day: the way for the keyboard, for screen readers and for the phone. */
@Component({
  selector: 'lotse-slot-list',
  imports: [DayPipe, SlotLine, Worklist],
  template: `
    <div lotseWorklist class="slot-days" [keys]="['n']" (rowOpen)="open($event)" (rowKey)="pressed($event)">
      @for (day of days(); track day.day) {
        <section class="slot-day" [attr.aria-labelledby]="'day-' + day.day">
          <h2 class="section-title" [id]="'day-' + day.day">
            {{ day.day | day }}
            @if (day.day === today) {
              <span class="slot-today">{{ t('calendar.day.today') }}</span>
            }
            <span class="muted small">{{ t('calendar.day.slots', { count: day.slots.length }) }}</span>
          </h2>
          <ul class="slot-lines panel">
            @for (slot of day.slots; track slot.id) {
              <li class="slot-line" [attr.data-row]="slot.id">
                <lotse-slot-line [slot]="slot" (cancelAsked)="cancelAsked.emit(slot)" />
              </li>
            }
          </ul>
        </section>
      }
    </div>
  `,
  styles: `
    .slot-days {
      display: grid;
      gap: var(--space-5);
    }
    .section-title {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--space-2);
      margin: 0 0 var(--space-2);
    }
    .slot-today {
      color: var(--pine);
    }
    .section-title .muted {
      font-weight: 400;
    }
    .slot-lines {
      margin: 0;
      padding: 0;
      list-style: none;
      overflow: hidden;
    }
    .slot-line {
      padding: var(--space-2) var(--space-4);
    }
    .slot-line + .slot-line {
      border-block-start: 1px solid var(--hairline);
    }
    .slot-line:hover {
      background: var(--hover);
    }
    .slot-line:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -3px;
      background: var(--selected);
    }
    @media screen and (max-width: 700px) {
      .slot-line {
        padding: var(--space-3);
      }
    }
  `,
})
export class SlotList {
  protected readonly t = injectText();
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);

  readonly slots = input.required<readonly Slot[]>();
  readonly cancelAsked = output<Slot>();
  /** Somebody wants to enter a new slot. */
  readonly add = output();

  protected readonly today = calendarDayOf(new Date());
  protected readonly days = computed(() => [...byDay(this.slots())].map(([day, slots]) => ({ day, slots })));

  protected open(id: string): void {
    const slot = this.slots().find((candidate) => candidate.id === id);
    const acts = slot && actsOn(slot, (permission) => this.session.may(permission));
    if (acts?.offer || acts?.seeOffer) void this.router.navigate(['/termine', id, 'anbieten']);
  }

  protected pressed({ key }: RowKey): void {
    if (key === 'n') this.add.emit();
  }
}
