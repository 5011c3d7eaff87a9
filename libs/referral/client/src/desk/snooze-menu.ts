import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import { DayField, DayPipe, Icon, injectText, Popup } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { refusedSnoozeDay } from '@lotse/referral/model';
import type { DeskAct } from './desk-acts';
import { snoozeDays } from './snooze-days';

/** Until when something is put aside; it comes back at eight in the morning. */
@Component({
  selector: 'lotse-snooze-menu',
  imports: [DayField, DayPipe, Icon, Popup],
  template: `
    <lotse-popup [buttonClass]="buttonClass()" [label]="name()">
      <ng-container popupButton><lotse-icon name="alarm-clock" [size]="16" />{{ label() }}</ng-container>
      @for (one of days(); track one.key) {
        <button type="button" class="menu-item" (click)="until(one.day)">
          {{ t('referral.desk.' + one.key) }} <span class="muted">{{ one.day | day }}</span>
        </button>
      }
      @if (isSnoozed()) {
        <button type="button" class="menu-item" (click)="until(null)">{{ t('referral.desk.unsnooze') }}</button>
      }
      <form class="other" (submit)="other($event)">
        <lotse-day-field [label]="t('referral.desk.otherDay')" name="snoozeUntil" [error]="error()" [(value)]="day" />
        <button type="submit" class="button is-small">{{ t('referral.desk.snooze') }}</button>
      </form>
    </lotse-popup>
  `,
  styles: `
    .other {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-3) 10px var(--space-2);
      margin-block-start: var(--space-1);
      border-block-start: 1px solid var(--hairline);
    }
    .menu-item {
      justify-content: space-between;
    }
  `,
})
export class SnoozeMenu {
  protected readonly t = injectText();
  private readonly popup = viewChild.required(Popup);
  readonly label = input.required<string>();
  /** The button's whole name where its text is not enough. */
  readonly name = input<string>();
  readonly buttonClass = input('button is-small');
  readonly isSnoozed = input(false);
  readonly snooze = output<DeskAct & { kind: 'snooze' }>();

  protected readonly days = computed(() => snoozeDays(calendarDayOf(new Date())));
  protected readonly day = signal('');
  protected readonly error = signal<string | undefined>(undefined);

  open(): void {
    this.popup().show();
  }

  protected until(day: string | null): void {
    this.snooze.emit({ kind: 'snooze', until: day });
  }

  protected other(event: Event): void {
    event.preventDefault();
    const day = this.day();
    const isAhead = day !== '' && refusedSnoozeDay(day, new Date()) === undefined;
    this.error.set(isAhead ? undefined : this.t('referral.desk.otherDayMissing'));
    if (!isAhead) return;
    this.popup().close();
    this.day.set('');
    this.until(day);
  }
}
