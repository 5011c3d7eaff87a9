import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-name';
import { injectText } from '../texts/inject-text';
import { Language } from '../texts/language';
import { dayText, momentText, plainDayText, type Moment } from '../time/moments';
import { deadlineOf } from './deadline';

const icons: Readonly<Record<string, IconName>> = { done: 'clock', due: 'clock-alert', overdue: 'triangle-alert', paused: 'pause' };

/** The Fristband: how much of the time to a deadline is used up, with today's mark, and the same in words. */
@Component({
  selector: 'lotse-deadline-ribbon',
  imports: [Icon],
  template: `
    <div class="ribbon-bar" aria-hidden="true">
      <span class="ribbon-waited" [style.inline-size.%]="deadline().filled"></span>
      @if (deadline().target < 100) {
        <span class="ribbon-over" [style.inset-inline-start.%]="deadline().target"></span>
        <span class="ribbon-target" [style.inset-inline-start.%]="deadline().target"></span>
      }
      @if (!metOn()) {
        <span class="ribbon-today" [style.inset-inline-start.%]="deadline().filled"></span>
      }
    </div>
    <p class="ribbon-text">
      <lotse-icon [name]="icon()" [size]="14" />
      <span>
        @if (label(); as label) {
          <span class="ribbon-label">{{ label }}: </span>
        }
        <span class="ribbon-state">{{ state() }}</span>
        @if (withDate()) {
          <span class="ribbon-date"> · {{ dueText() }}</span>
        }
      </span>
    </p>
  `,
  host: { class: 'ribbon', '[attr.data-tone]': 'deadline().tone', '[attr.title]': 'withDate() ? null : dueText()' },
})
export class DeadlineRibbon {
  private readonly t = injectText();
  private readonly language = inject(Language);

  readonly start = input.required<Moment>();
  readonly due = input.required<Moment>();
  readonly pausedSince = input<Moment | null>();
  readonly metOn = input<Moment | null>();
  /** What the deadline is for. */
  readonly label = input<string>();
  /** Whether the date stands behind the words; in tables it is the tooltip. */
  readonly withDate = input(true);
  /** The present, for tests and pictures. */
  readonly now = input<Moment>();

  protected readonly deadline = computed(() =>
    deadlineOf({ start: this.start(), due: this.due(), pausedSince: this.pausedSince(), metOn: this.metOn() }, this.now() ?? Date.now()),
  );
  protected readonly icon = computed<IconName>(() => (this.metOn() ? 'check' : (icons[this.deadline().tone] ?? 'clock')));
  protected readonly state = computed(() => {
    const since = this.pausedSince() ?? this.metOn();
    const date = since ? plainDayText(since, this.language.current()) : '';
    const { key, count } = this.deadline();
    return this.t(`kit.deadline.${key}`, { count, date });
  });
  protected readonly dueText = computed(() => {
    const due = this.due();
    const say = typeof due === 'string' && !due.includes('T') ? dayText : momentText;
    return this.t('kit.deadline.until', { date: say(due, this.language.current()) });
  });
}
