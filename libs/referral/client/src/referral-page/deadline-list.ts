import { Component, computed, inject, input } from '@angular/core';
import { DayPipe, DeadlineRibbon, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import { calendarDaysBetween, calendarDayOf, millisecondsPerDay } from '@lotse/kernel';
import type { Referral } from '@lotse/referral/model';
import { runningTime } from '@lotse/region/model';
import { County } from '../words/county';

/** The clocks of a referral in words, and the deadlines that run for it, each with where it comes from. */
@Component({
  selector: 'lotse-deadline-list',
  imports: [DayPipe, DeadlineRibbon, PlainDayPipe],
  template: `
    @if (clocks(); as clocks) {
      @if (clocks.total === 0) {
        <p>{{ t('referral.deadline.today') }}</p>
      } @else {
        <p>{{ t('referral.deadline.total', { count: clocks.total }) }} {{ t('referral.deadline.here', { count: clocks.here }) }}</p>
      }
      @if (clocks.isPaused) {
        <p class="muted">{{ t('referral.deadline.paused') }}</p>
      }
    }
    @if (referral().suspendedUntil; as until) {
      <p>{{ t('referral.deadline.suspended') }} {{ until | day }}</p>
    }
    @for (one of deadlines(); track one.code) {
      <div>
        <lotse-deadline-ribbon [start]="one.startsOn" [due]="one.dueOn" [metOn]="one.metOn" [label]="one.name" />
        <p class="muted small">{{ one.basis }} · {{ t('referral.deadline.day', { day: one.day, of: one.of }) }}</p>
        @if (one.since; as since) {
          <p class="muted small">{{ t('referral.deadline.version', { number: one.ruleVersion, day: (since | plainDay) }) }}</p>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    p {
      margin: 0;
    }
  `,
})
export class DeadlineList {
  protected readonly t = injectText();
  private readonly county = inject(County);
  readonly referral = input.required<Referral>();

  protected readonly clocks = computed(() => {
    const { clockStartedAt, serviceClock, custody } = this.referral();
    if (!clockStartedAt || !serviceClock || custody.custodian === 'nobody') return undefined;
    const now = new Date();
    const here = runningTime(
      {
        startedAt: new Date(serviceClock.startedAt),
        pausedSeconds: serviceClock.pausedSeconds,
        pausedSince: serviceClock.pausedSince ? new Date(serviceClock.pausedSince) : null,
      },
      now,
    );
    const total = calendarDaysBetween(calendarDayOf(new Date(clockStartedAt)), calendarDayOf(now));
    return { total, here: Math.floor(here / millisecondsPerDay), isPaused: serviceClock.pausedSince !== null };
  });
  protected readonly deadlines = computed(() => {
    const today = calendarDayOf(new Date());
    return this.referral().deadlines.map((one) => ({
      ...one,
      ...this.county.deadlineWords(one.code, one.ruleVersion),
      day: Math.max(0, calendarDaysBetween(one.startsOn, one.metOn ?? today)),
      of: calendarDaysBetween(one.startsOn, one.dueOn),
    }));
  });
}
