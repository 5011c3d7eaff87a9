import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-name';
import { injectText } from '../texts/inject-text';
import { Language } from '../texts/language';
import { dayText, momentText, plainDayText, type Moment } from '../time/moments';
import { deadlineOf } from './deadline';

const icons: Readonly<Record<string, IconName>> = { done: 'clock', due: 'clock-alert', overdue: 'triangle-alert', paused: 'pause' };

/**
 * The Fristband: how much of the time to a deadline is used up, with the target and today's mark, and the same in words. As a `row` of a list the
 * date is only heard; in the `header` of one thing it stands behind the words; in a `chart` several on one `scale` are compared.
 */
@Component({
  selector: 'lotse-deadline-ribbon',
  imports: [Icon],
  template: `
    <div class="ribbon-bar" aria-hidden="true" [style.inline-size.%]="deadline().end">
      <span class="ribbon-waited" [style.inline-size.%]="within(min(deadline().filled, deadline().target))"></span>
      @if (deadline().target < deadline().filled) {
        <span class="ribbon-over" [style.inset-inline-start.%]="within(deadline().target)"></span>
      }
      @if (deadline().target < deadline().filled || variant() === 'chart') {
        <span class="ribbon-target" [style.inset-inline-start.%]="within(deadline().target)"></span>
      }
      @if (!metOn()) {
        <span class="ribbon-today" [style.inset-inline-start.%]="within(deadline().filled)"></span>
      }
    </div>
    <p class="ribbon-text" [class.visually-hidden]="variant() === 'chart'">
      <lotse-icon [name]="icon()" [size]="14" />
      <span>
        @if (label(); as label) {
          <span class="ribbon-label">{{ label }}: </span>
        }
        <span class="ribbon-state">{{ state() }}</span>
        @if (key() !== 'met') {
          <span [class]="showsDate() ? 'ribbon-date' : 'visually-hidden'"> · {{ dueText() }}</span>
        }
      </span>
    </p>
  `,
  host: {
    class: 'ribbon',
    '[attr.data-tone]': 'deadline().tone',
    '[attr.data-state]': 'key()',
    '[attr.data-variant]': 'variant()',
    '[attr.title]': 'showsDate() ? null : dueText()',
  },
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
  readonly variant = input<'row' | 'header' | 'chart'>('header');
  /** For a chart: how many days the whole width means. */
  readonly scale = input<number>();
  /** The present, for tests and pictures. */
  readonly now = input<Moment>();

  protected readonly deadline = computed(() =>
    deadlineOf(
      { start: this.start(), due: this.due(), pausedSince: this.pausedSince(), metOn: this.metOn(), scale: this.scale() },
      this.now() ?? Date.now(),
    ),
  );
  protected readonly key = computed(() => this.deadline().key);
  protected readonly showsDate = computed(() => this.variant() === 'header');
  protected readonly min = Math.min;
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

  /** Places are given in shares of the width, the bar may be shorter. */
  protected within(place: number): number {
    return this.deadline().end === 0 ? 0 : (place / this.deadline().end) * 100;
  }
}
