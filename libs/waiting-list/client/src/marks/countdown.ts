import { Component, computed, input } from '@angular/core';
import { Chip, injectText, MomentTextPipe } from '@lotse/client-kit/ui';
import { injectMinutes } from '../words/minutes';
import { timeLeftText, toneOfTimeLeft } from '../words/time-left';

/** How long an answer is awaited, in words that follow the clock, and until when. */
@Component({
  selector: 'lotse-countdown',
  imports: [Chip, MomentTextPipe],
  template: `
    <lotse-chip [tone]="tone()" [icon]="tone() === 'overdue' ? 'triangle-alert' : 'hourglass'">{{ left() }}</lotse-chip>
    <span class="muted">{{ t('waitingList.left.until', { moment: until() | moment }) }}</span>
  `,
  styles: ':host { display: flex; flex-wrap: wrap; align-items: center; gap: 2px var(--space-2); }',
})
export class Countdown {
  protected readonly t = injectText();
  private readonly now = injectMinutes();
  readonly until = input.required<string>();
  protected readonly left = computed(() => timeLeftText(this.t, this.until(), this.now()));
  protected readonly tone = computed(() => toneOfTimeLeft(this.until(), this.now()));
}
